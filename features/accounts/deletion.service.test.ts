import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addUser } from '@/db/fixtures.ts';
import { sessions, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import type { Mail } from '@/features/mail/mail.service.ts';
import { AppError } from '@/lib/errors.ts';
import { hashToken, newToken } from '@/lib/tokens.ts';
import { deleteDueAccounts, keepAccount, requestDeletion } from './deletion.service.ts';
import { addFullAccount, rowsWith } from './full-account.ts';
import { changeRole } from './people.service.ts';
import { getSessionUser, type SessionUser } from './session.service.ts';
import { sweepExpired } from './sweep.service.ts';
import { TEST_SETTINGS } from './testing.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const after = (ms: number) => new Date(NOW.getTime() + ms);

describeOnEachDatabase('deleting an account', (use) => {
  let db: Db;
  let mails: Mail[];
  const deps = () => ({
    db,
    settings: TEST_SETTINGS,
    mailer: { send: async (mail: Mail) => void mails.push(mail) },
  });
  const ask = (user: SessionUser, typedEmail = user.email, now = NOW) =>
    requestDeletion(deps(), user, { typedEmail, clientAddress: '203.0.113.9' }, now);
  const dueOf = async (id: string) =>
    (await db.select({ at: users.deletionDueAt }).from(users).where(eq(users.id, id)))[0]?.at;

  beforeEach(async () => {
    db = use();
    mails = [];
    await db.execute(
      sql`truncate users, topics, articles, newsletter_subscriptions, verification_tokens, newsroom_jobs, rate_limits cascade`,
    );
  });

  async function signIn(userId: string, begunAt = NOW): Promise<{ user: SessionUser; token: string }> {
    const token = newToken();
    await db.insert(sessions).values({
      sessionToken: hashToken(token),
      userId,
      expires: after(60 * WEEK_MS),
      createdAt: begunAt,
      lastSeenAt: begunAt,
    });
    const user = await getSessionUser(db, token, NOW);
    if (!user) throw new Error('Not signed in.');
    return { user, token };
  }

  it('T14 leaves no row of its reader in any table, and every row of others', async () => {
    const [ann, bob] = [await addFullAccount(db, 'Ann'), await addFullAccount(db, 'Bob')];
    const bobsRows = await rowsWith(db, bob.id);
    await ask((await signIn(ann.id)).user);
    await deleteDueAccounts(db, after(WEEK_MS - 1));
    expect(await rowsWith(db, ann.email)).toHaveProperty('size', 4);
    await deleteDueAccounts(db, after(WEEK_MS));

    // What outlives an account by design: what the newsroom did, by an id that leads nowhere now.
    expect([...(await rowsWith(db, ann.id)).keys()]).toEqual(['audit_log', 'newsroom_jobs', 'topic_merges']);
    // And in the log, which nothing can change, what its staff were called; never in what was there before and after.
    const named = await rowsWith(db, ann.email);
    expect([...named.keys()]).toEqual(['audit_log']);
    for (const row of named.get('audit_log') ?? []) {
      const { before, after: then } = JSON.parse(row) as Record<string, unknown>;
      expect(JSON.stringify([before, then])).not.toContain(ann.email);
    }
    expect((await rowsWith(db, hashToken('link of Ann'))).size).toBe(0);
    const kept = await rowsWith(db, bob.id);
    expect([...kept.keys()]).toEqual([...bobsRows.keys()]);
    expect(await dueOf(bob.id)).toBeNull();
  });

  it('T14 of a reader who was never staff nothing is left anywhere', async () => {
    const id = await addUser(db, 'Cara', { email: 'cara@example.com' });
    await ask((await signIn(id)).user);
    await deleteDueAccounts(db, after(WEEK_MS), 'someone-else@example.com');
    expect(await dueOf(id)).toEqual(after(WEEK_MS));
    await sweepExpired(db, after(WEEK_MS));
    for (const text of [id, 'cara@example.com', 'Cara']) expect((await rowsWith(db, text)).size).toBe(0);
  });

  it('mails the way back, ends the other sessions, and is taken back whole', async () => {
    const id = await addUser(db, 'Ann', { email: 'ann@example.com' });
    const [here, there] = [await signIn(id), await signIn(id)];
    await ask(here.user);
    await ask({ ...here.user, deletionDueAt: after(WEEK_MS) }, here.user.email, after(HOUR_MS));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: 'ann@example.com',
      subject: expect.stringContaining('will be deleted'),
    });
    expect(mails[0]?.text).toContain('27 November 2026, 09:00 UTC');
    expect(mails[0]?.text).toContain('https://news.example.com/signin?returnTo=%2Faccount');
    expect(await getSessionUser(db, there.token, NOW)).toBeNull();
    expect((await getSessionUser(db, here.token, NOW))?.deletionDueAt).toEqual(after(WEEK_MS));
    // Once its time is over the session is over too, deleted or not.
    expect(await getSessionUser(db, here.token, after(WEEK_MS))).toBeNull();

    await keepAccount(db, id);
    await sweepExpired(db, after(WEEK_MS));
    expect(await dueOf(id)).toBeNull();
  });

  it('T9 takes the address typed, and a session begun within the hour', async () => {
    const id = await addUser(db, 'Ann', { email: 'ann@example.com' });
    const { user } = await signIn(id);
    await expect(ask(user, 'bob@example.com')).rejects.toMatchObject({ code: 'bad_request' });
    const old = await signIn(id, after(-HOUR_MS));
    await expect(ask(old.user)).rejects.toMatchObject({ code: 'forbidden' });
    expect([await dueOf(id), mails.length]).toEqual([null, 0]);
    await ask(user, ' Ann@Example.com');
    expect(await dueOf(id)).toEqual(after(WEEK_MS));
  });

  it('does not go on where the mail could not be sent', async () => {
    const id = await addUser(db, 'Ann', { email: 'ann@example.com' });
    const [here, there] = [await signIn(id), await signIn(id)];
    const mailer = { send: () => Promise.reject(new AppError('unavailable', 'No mail.')) };
    const asked = { typedEmail: here.user.email, clientAddress: '' };
    await expect(requestDeletion({ ...deps(), mailer }, here.user, asked, NOW)).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await dueOf(id)).toBeNull();
    expect(await getSessionUser(db, there.token, NOW)).not.toBeNull();
  });

  it('is refused to the last administrator who stays, and so is stepping down after', async () => {
    const [ann, bob] = [
      await addUser(db, 'Ann', { role: 'admin' }),
      await addUser(db, 'Bob', { role: 'admin' }),
    ];
    const [annsSession, bobsSession] = [await signIn(ann), await signIn(bob)];
    const outcomes = await Promise.allSettled([ask(annsSession.user), ask(bobsSession.user)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [leaving, staying] = outcomes[0]?.status === 'fulfilled' ? [ann, bob] : [bob, ann];
    await expect(changeRole(db, staying, staying, 'reader', NOW)).rejects.toMatchObject({ code: 'conflict' });
    await changeRole(db, staying, leaving, 'reader', NOW);
  });
});
