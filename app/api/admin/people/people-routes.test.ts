import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { addSession, addUser } from '@/db/fixtures.ts';
import { users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { TEST_SETTINGS } from '@/features/accounts/testing.ts';
import { PATCH as changeAccount } from '../../account/route.ts';
import { GET as getAudit } from '../audit/route.ts';
import { GET as getCsv } from '../audit.csv/route.ts';
import { PUT } from './[id]/role/route.ts';
import { GET } from './route.ts';

const SITE = TEST_SETTINGS.appUrl;

describeOnEachDatabase('the routes of people and the log', (use) => {
  let db: Db;
  let ada: string;
  let rita: string;
  let adasCookie: string;
  let ritasCookie: string;

  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users cascade`);
    setContext({ db, mailer: { send: async () => undefined }, settings: TEST_SETTINGS as never });
    ada = await addUser(db, 'Ada', { role: 'admin', email: 'ada@example.com' });
    rita = await addUser(db, 'Rita', { email: 'rita@example.com' });
    [adasCookie, ritasCookie] = [await openSession(ada), await openSession(rita)];
  });

  async function openSession(userId: string): Promise<string> {
    return `__Host-session=${await addSession(db, userId)}`;
  }
  const get = (path: string, cookie: string) => new Request(`${SITE}${path}`, { headers: { cookie } });
  const put = (id: string, body: unknown, cookie = adasCookie) =>
    PUT(
      new Request(`${SITE}/api/admin/people/${id}/role`, {
        method: 'PUT',
        headers: { cookie, 'Content-Type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
      { params: Promise.resolve({ id }) },
    );
  const roleOf = async (id: string) =>
    (await db.select({ role: users.role }).from(users).where(eq(users.id, id)))[0]?.role;

  it('T19 open and close the newsroom with the next request', async () => {
    const statuses = async () => [
      (await getAudit(get('/api/admin/audit', ritasCookie))).status,
      (await getCsv(get('/api/admin/audit.csv', ritasCookie))).status,
      (await GET(get('/api/admin/people', ritasCookie))).status,
    ];
    expect(await statuses()).toEqual([403, 403, 403]);
    for (const [role, wanted] of [
      ['editor', [200, 200, 403]],
      ['admin', [200, 200, 200]],
      ['reader', [403, 403, 403]],
    ] as const) {
      expect((await put(rita, { role })).status).toBe(204);
      expect((await put(rita, { role })).status).toBe(204);
      expect(await statuses()).toEqual(wanted);
    }
  });

  it('T15 take a role and nothing else, and only where roles are given', async () => {
    for (const extra of ['id', 'email', 'userId', 'name', 'isAdmin', '__proto__', 'constructor'])
      expect((await put(rita, `{"role":"editor","${extra}":"admin"}`)).status, extra).toBe(400);
    for (const body of [{}, { role: 'owner' }, { role: null }, { role: ['admin'] }, [], 'null', '{'])
      expect((await put(rita, body)).status, JSON.stringify(body)).toBe(400);
    const account = new Request(`${SITE}/api/account`, {
      method: 'PATCH',
      headers: { cookie: ritasCookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Rita', role: 'admin' }),
    });
    expect((await changeAccount(account)).status).toBe(400);
    expect(await roleOf(rita)).toBe('reader');
  });

  it('T14 refuse readers their own promotion, and ids that are nobody’s', async () => {
    expect((await put(rita, { role: 'admin' }, ritasCookie)).status).toBe(403);
    expect((await put(rita, { role: 'admin' }, '')).status).toBe(401);
    expect(await roleOf(rita)).toBe('reader');
    for (const id of ['01890000-0000-7000-8000-00000000dead', '1', 'rita@example.com', "' or true --"])
      expect((await put(id, { role: 'editor' })).status, id).toBe(404);
  });

  it('keep the last admin with a 409 that says what to do', async () => {
    const answer = await put(ada, { role: 'reader' });
    expect([answer.status, (await answer.json()).title]).toEqual([
      409,
      'This is the last administrator. Make someone else an administrator first.',
    ]);
  });

  it.each(['q=a', 'q=%20a%20', 'q=%00%00', 'q=%CC%81%CC%81', `q=${'x'.repeat(255)}`, 'page=2', 'role=admin'])(
    'refuse a search by %s',
    async (query) => {
      expect((await GET(get(`/api/admin/people?${query}`, adasCookie))).status).toBe(400);
    },
  );

  it.each([
    'person=1',
    'action=drop',
    'topic=%00',
    `topic=${'x'.repeat(101)}`,
    'userId=1',
    'before=-1',
    'before=1e3',
    'before=9999999999999999',
  ])('refuse a log by %s', async (query) => {
    expect((await getAudit(get(`/api/admin/audit?${query}`, adasCookie))).status).toBe(400);
    expect((await getCsv(get(`/api/admin/audit.csv?${query}`, adasCookie))).status).toBe(400);
  });

  it('give the log as a file that no cache keeps and no spreadsheet runs', async () => {
    const mallory = await addUser(db, '=HYPERLINK("http://evil.example")');
    await put(mallory, { role: 'editor' });
    const answer = await getCsv(get(`/api/admin/audit.csv?person=${ada}&action=person.role`, adasCookie));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const lines = (await answer.text()).split('\r\n');
    expect(lines[0]).toBe('number,at,person,action,subject,key,name,before,after');
    expect(lines[1]).toMatch(/,Ada,person\.role,person,/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(lines.slice(2)).toEqual(['']);
  });
});
