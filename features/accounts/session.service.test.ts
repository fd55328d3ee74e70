import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { sessions, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { hashToken, newToken } from '@/lib/tokens.ts';
import { requireRole } from './roles.ts';
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  endSessionOf,
  getSessions,
  getSessionUser,
  renameUser,
  renewSession,
} from './session.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const EXPIRES = new Date('2026-11-21T09:00:00.000Z');
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const ANN = '01890000-0000-7000-8000-000000000001';
const BOB = '01890000-0000-7000-8000-000000000002';

describeOnEachDatabase('sessions', (use) => {
  let db: Db;

  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users cascade`);
    await db.insert(users).values([
      { id: ANN, email: 'ann@example.com', name: 'Ann', role: 'editor' },
      { id: BOB, email: 'bob@example.com', name: 'Bob' },
    ]);
  });

  async function openSession(userId: string): Promise<string> {
    const token = newToken();
    await db.insert(sessions).values({ sessionToken: hashToken(token), userId, expires: EXPIRES });
    return token;
  }

  it('tell whose they are', async () => {
    const token = await openSession(ANN);
    expect(await getSessionUser(db, token, NOW)).toMatchObject({
      id: ANN,
      name: 'Ann',
      email: 'ann@example.com',
      role: 'editor',
      sessionExpiresAt: EXPIRES,
    });
  });

  it('T10 are not found by what the database holds of them', async () => {
    const token = await openSession(ANN);
    expect(await getSessionUser(db, hashToken(token), NOW)).toBeNull();
    expect(await getSessionUser(db, newToken(), NOW)).toBeNull();
  });

  it('end when their time is over', async () => {
    const token = await openSession(ANN);
    expect(await getSessionUser(db, token, new Date(EXPIRES.getTime() - 1))).not.toBeNull();
    expect(await getSessionUser(db, token, EXPIRES)).toBeNull();
  });

  it('are prolonged to their full time by use, with one write a day', async () => {
    const token = await openSession(ANN);
    const ask = async (now: Date) => {
      const user = await getSessionUser(db, token, now);
      return user && { isRenewed: await renewSession(db, token, user, now), user };
    };
    // 60 days from now, which is more than a day beyond what it has.
    expect(await ask(NOW)).toMatchObject({ isRenewed: true });
    const end = new Date(NOW.getTime() + 60 * DAY_MS);
    expect((await getSessionUser(db, token, NOW))?.sessionExpiresAt).toEqual(end);
    expect(await ask(new Date(NOW.getTime() + DAY_MS - 1))).toMatchObject({ isRenewed: false });
    expect(await ask(new Date(NOW.getTime() + DAY_MS))).toMatchObject({ isRenewed: true });
    expect((await getSessionUser(db, token, end))?.sessionExpiresAt).toEqual(
      new Date(end.getTime() + DAY_MS),
    );
  });

  it('are prolonged once by many requests at once', async () => {
    const token = await openSession(ANN);
    const user = await getSessionUser(db, token, NOW);
    const renewals = await Promise.all(
      Array.from({ length: 20 }, () => user && renewSession(db, token, user, NOW)),
    );
    expect(renewals.filter(Boolean)).toHaveLength(1);
  });

  it('T9 T14 stay ended when a late request would prolong them, and touch no other', async () => {
    const [token, bobs] = [await openSession(ANN), await openSession(BOB)];
    const user = await getSessionUser(db, token, NOW);
    await endAllSessions(db, ANN);
    expect(user && (await renewSession(db, token, user, NOW))).toBe(false);
    expect(await getSessionUser(db, token, NOW)).toBeNull();
    expect((await getSessionUser(db, bobs, NOW))?.sessionExpiresAt).toEqual(EXPIRES);
  });

  it('T9 end on the server at once on signing out, the others going on', async () => {
    const [here, there] = [await openSession(ANN), await openSession(ANN)];
    await endSession(db, here);
    await endSession(db, here);
    expect(await getSessionUser(db, here, NOW)).toBeNull();
    expect(await getSessionUser(db, there, NOW)).not.toBeNull();
  });

  it('T9 T14 all end on signing out everywhere, and nobody else is signed out', async () => {
    const [here, there, bobs] = [await openSession(ANN), await openSession(ANN), await openSession(BOB)];
    await endAllSessions(db, ANN);
    expect(await getSessionUser(db, here, NOW)).toBeNull();
    expect(await getSessionUser(db, there, NOW)).toBeNull();
    expect((await getSessionUser(db, bobs, NOW))?.id).toBe(BOB);
  });

  it('T14 do not let one reader end the session of another by its hash', async () => {
    const bobs = await openSession(BOB);
    await endSession(db, hashToken(bobs));
    expect(await getSessionUser(db, bobs, NOW)).not.toBeNull();
  });

  it('T9 T14 are listed with what they are known by, and ended by their id, each reader their own', async () => {
    const [here, there, bobs] = [await openSession(ANN), await openSession(ANN), await openSession(BOB)];
    const [me, bob] = [await getSessionUser(db, here, NOW), await getSessionUser(db, bobs, NOW)];
    if (!me || !bob) throw new Error('Not signed in.');
    await db.execute(sql`update sessions set device = 'Firefox on Windows' where id = ${me.sessionId}`);
    const listed = await getSessions(db, me, NOW);
    expect(listed).toMatchObject([
      { id: me.sessionId, device: 'Firefox on Windows', isThis: true },
      { device: null, isThis: false },
    ]);
    expect(JSON.stringify(listed)).not.toContain(hashToken(here));

    await endSessionOf(db, ANN, bob.sessionId);
    await endSessionOf(db, BOB, me.sessionId);
    expect(await getSessionUser(db, bobs, NOW)).not.toBeNull();
    expect(await getSessionUser(db, here, NOW)).not.toBeNull();
    await endSessionOf(db, ANN, listed[1]?.id ?? '');
    expect(await getSessionUser(db, there, NOW)).toBeNull();

    const third = await openSession(ANN);
    await endOtherSessions(db, ANN, me.sessionId);
    expect(await getSessionUser(db, third, NOW)).toBeNull();
    expect(await getSessionUser(db, here, NOW)).not.toBeNull();
    expect(await getSessionUser(db, bobs, NOW)).not.toBeNull();
  });

  it('are noted to be in use once an hour, whoever asks meanwhile', async () => {
    const token = await openSession(ANN);
    await db.update(sessions).set({ lastSeenAt: NOW });
    const seenAt = async () => (await db.select().from(sessions))[0]?.lastSeenAt;
    await getSessionUser(db, token, new Date(NOW.getTime() + HOUR_MS - 1));
    expect(await seenAt()).toEqual(NOW);
    const later = new Date(NOW.getTime() + HOUR_MS);
    await Promise.all(Array.from({ length: 10 }, () => getSessionUser(db, token, later)));
    expect(await seenAt()).toEqual(later);
  });

  it('T19 lose a role that was taken away with the next request', async () => {
    const token = await openSession(ANN);
    expect(requireRole(await getSessionUser(db, token, NOW), 'editor')).toBeDefined();
    await db.update(users).set({ role: 'reader' }).where(eq(users.id, ANN));
    const asked = await getSessionUser(db, token, NOW);
    expect(() => requireRole(asked, 'editor')).toThrowError(expect.objectContaining({ code: 'forbidden' }));
  });

  it('T14 renaming changes one name', async () => {
    await renameUser(db, ANN, '  Anne-Marie O’Neill  ');
    const names = await db.select({ name: users.name }).from(users).orderBy(users.id);
    expect(names).toEqual([{ name: 'Anne-Marie O’Neill' }, { name: 'Bob' }]);
  });

  it.each(['a'.repeat(81), 'a\nb', 'a\0b', 'a\u202eb', '\ud800', 'a\u2028b'])(
    'T24 refuses the name %j',
    async (name) => {
      await expect(renameUser(db, ANN, name)).rejects.toMatchObject({ code: 'bad_request' });
      expect((await db.select().from(users).where(eq(users.id, ANN)))[0]?.name).toBe('Ann');
    },
  );

  it.each(['', '   '])('take the name away for %j', async (name) => {
    await renameUser(db, ANN, name);
    const names = await db.select({ name: users.name }).from(users).orderBy(users.id);
    expect(names).toEqual([{ name: null }, { name: 'Bob' }]);
  });

  it('counts the characters of a name as people do', async () => {
    await renameUser(db, ANN, '🌍'.repeat(80));
    await expect(renameUser(db, ANN, '🌍'.repeat(81))).rejects.toMatchObject({ code: 'bad_request' });
  });
});
