import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addUser } from '@/db/fixtures.ts';
import { listAuditEntries } from '@/db/queries/audit.ts';
import { ROLES, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { changeRole, findPeople } from './people.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const NOBODY = '01890000-0000-7000-8000-00000000dead';
const settings = { adminEmails: ['Chief@Example.com', 'chief@müller.example'] };

describeOnEachDatabase('people', (use) => {
  let db: Db;
  let ada: string;
  let edda: string;
  let rita: string;

  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users cascade`);
    ada = await addUser(db, 'Ada Admin', { role: 'admin', email: 'ada@example.com' });
    edda = await addUser(db, 'Edda', { role: 'editor', email: 'edda@example.com' });
    rita = await addUser(db, 'Zoë Ríta', { email: 'rita@example.com' });
  });

  const roleOf = async (id: string) =>
    (await db.select({ role: users.role }).from(users).where(eq(users.id, id)))[0]?.role;
  const find = (q: string) => findPeople({ db, settings }, ada, q);
  const found = async (q: string) => (await find(q)).found.map((person) => person.email);
  const entriesBy = (actorId: string) => listAuditEntries(db, { actorId }, null, 100);

  it('T13 T14 are seen and changed by admins only, with nothing written down for anyone else', async () => {
    for (const [who, code] of [
      [NOBODY, 'not_signed_in'],
      [rita, 'forbidden'],
      [edda, 'forbidden'],
    ] as const) {
      await expect(findPeople({ db, settings }, who, 'rita')).rejects.toMatchObject({ code });
      for (const role of ROLES) {
        await expect(changeRole(db, who, rita, role, NOW)).rejects.toMatchObject({ code });
        await expect(changeRole(db, who, who, role, NOW)).rejects.toMatchObject({ code });
      }
      expect(await entriesBy(who)).toEqual([]);
    }
    expect([await roleOf(ada), await roleOf(edda), await roleOf(rita)]).toEqual([
      'admin',
      'editor',
      'reader',
    ]);
  });

  it('get every role from every other, each change written down once with the role before and after', async () => {
    const steps = ['editor', 'editor', 'admin', 'editor', 'reader', 'admin', 'reader', 'reader'] as const;
    for (const role of steps) {
      await changeRole(db, ada, rita, role, NOW);
      expect(await roleOf(rita)).toBe(role);
    }
    const entries = (await entriesBy(ada)).toReversed();
    expect(entries.map(({ before, after }) => [before?.role, after?.role])).toEqual([
      ['reader', 'editor'],
      ['editor', 'admin'],
      ['admin', 'editor'],
      ['editor', 'reader'],
      ['reader', 'admin'],
      ['admin', 'reader'],
    ]);
    expect(entries[0]).toMatchObject({
      at: NOW,
      actorName: 'Ada Admin',
      action: 'person.role',
      subject: 'person',
      subjectKey: 'rita@example.com',
      subjectName: 'Zoë Ríta',
    });
  });

  it('keep the last admin, who may step down once there is another', async () => {
    for (const role of ['editor', 'reader'] as const)
      await expect(changeRole(db, ada, ada, role, NOW)).rejects.toMatchObject({ code: 'conflict' });
    await changeRole(db, ada, ada, 'admin', NOW);
    expect(await entriesBy(ada)).toEqual([]);
    await changeRole(db, ada, edda, 'admin', NOW);
    await changeRole(db, ada, ada, 'editor', NOW);
    expect([await roleOf(ada), await roleOf(edda)]).toEqual(['editor', 'admin']);
    await expect(changeRole(db, ada, edda, 'reader', NOW)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeRole(db, edda, edda, 'reader', NOW)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keep one admin when two demote each other, or both step down, at once', async () => {
    for (const isMutual of [true, false, true, false, true, false, true, false]) {
      await db.update(users).set({ role: 'admin' }).where(sql`${users.id} in (${ada}, ${edda})`);
      const results = await Promise.allSettled([
        changeRole(db, ada, isMutual ? edda : ada, 'reader', NOW),
        changeRole(db, edda, isMutual ? ada : edda, 'reader', NOW),
      ]);
      const refusals = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason.code as string] : [],
      );
      expect(refusals).toEqual([isMutual ? 'forbidden' : 'conflict']);
      expect(await db.$count(users, eq(users.role, 'admin'))).toBe(1);
    }
  });

  it('keep one admin when ten demote one another in a ring at once', async () => {
    const ring = await Promise.all(
      Array.from({ length: 10 }, (_, n) => addUser(db, `Ring ${n}`, { role: 'admin' })),
    );
    await db.update(users).set({ role: 'reader' }).where(eq(users.id, ada));
    await Promise.allSettled(
      ring.map((id, n) => changeRole(db, id, ring[(n + 1) % ring.length] ?? '', 'reader', NOW)),
    );
    expect(await db.$count(users, eq(users.role, 'admin'))).toBeGreaterThan(0);
  });

  it('are told apart from nobody', async () => {
    await expect(changeRole(db, ada, NOBODY, 'editor', NOW)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('on the staff are listed, admins first; readers only when they are looked for', async () => {
    const { staff, ...rest } = await find('');
    expect(staff.map((person) => person.email)).toEqual(['ada@example.com', 'edda@example.com']);
    expect(rest).toEqual({ found: [], hasMore: false, exact: null });
  });

  it.each([
    ['rita@example.com', ['rita@example.com']],
    ['RITA@', ['rita@example.com']],
    ['rit', ['rita@example.com']],
    ['zoe', ['rita@example.com']],
    ['RÏTA', ['rita@example.com']],
    ['zoe rita', ['rita@example.com']],
    ['oe', []],
    ['ita@example', []],
    ['%', []],
    ['__', []],
    ["a' or 1=1 --", []],
    ['ad', ['ada@example.com']],
  ])('are found by %j: %j', async (q, emails) => {
    expect(await found(q)).toEqual(emails);
  });

  it('are named exactly only by their whole address, however it is written', async () => {
    expect((await find(' Rita@EXAMPLE.com ')).exact?.id).toBe(rita);
    expect((await find('rita@example.co')).exact).toBeNull();
    expect((await find('Edda')).exact).toBeNull();
  });

  it('are shown 50 at most, with no way to the next', async () => {
    await db.insert(users).values(
      Array.from({ length: 51 }, (_, n) => ({
        id: crypto.randomUUID(),
        email: `many-${String(n).padStart(2, '0')}@example.com`,
      })),
    );
    const { found: first, hasMore } = await find('many-');
    expect([first.length, hasMore, first.at(-1)?.email]).toEqual([50, true, 'many-49@example.com']);
    expect((await find('many-5')).hasMore).toBe(false);
  });

  it('whom the settings make admins are marked, whatever their role', async () => {
    await addUser(db, 'Chief', { email: 'chief@example.com' });
    await addUser(db, 'Chief', { email: 'chief@xn--mller-kva.example', role: 'editor' });
    const { found: chiefs, staff } = await find('chief');
    expect(chiefs.map((person) => person.isAdminBySettings)).toEqual([true, true]);
    expect(staff.find((person) => person.id === ada)?.isAdminBySettings).toBe(false);
  });
});
