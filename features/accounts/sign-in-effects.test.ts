import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Db } from '@/db/client.ts';
import { listAuditEntries } from '@/db/queries/audit.ts';
import {
  followIntents,
  follows,
  rateLimits,
  sessions,
  topicRedirects,
  topics,
  users,
  verificationTokens,
} from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { AppError } from '@/lib/errors.ts';
import { getSessionUser } from './session.service.ts';
import { confirmSignIn } from './sign-in.service.ts';
import { linkIn, NOW, openSignInDesk, type SignInDesk } from './testing.ts';

const MINUTE_MS = 60_000;

describeOnEachDatabase('what signing in brings about', (use) => {
  let db: Db;
  let desk: SignInDesk;

  beforeEach(async () => {
    db = use();
    desk = await openSignInDesk(db);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function addTopic(slug: string, retiredAt: Date | null = null): Promise<number> {
    const [row] = await db.insert(topics).values({ slug, name: slug, kind: 'topic', retiredAt }).returning();
    return row?.id ?? 0;
  }

  it('T9 replaces the session of the browser that signs in', async () => {
    const old = await desk.signIn('ann@example.com');
    const elsewhere = await desk.signIn('ann@example.com');
    const fresh = await desk.signIn('ann@example.com', old.sessionToken);
    expect(fresh.sessionToken).not.toBe(old.sessionToken);
    expect(await getSessionUser(db, old.sessionToken)).toBeNull();
    expect(await getSessionUser(db, elsewhere.sessionToken)).not.toBeNull();
    expect(await getSessionUser(db, fresh.sessionToken)).not.toBeNull();
  });

  it('T9 ends the session of somebody else who was signed in on the browser', async () => {
    const bob = await desk.signIn('bob@example.com');
    await desk.signIn('ann@example.com', bob.sessionToken);
    expect(await getSessionUser(db, bob.sessionToken)).toBeNull();
  });

  it('keeps the browser signed in when the link turns out to be used', async () => {
    const ann = await desk.signIn('ann@example.com');
    const link = { ...linkIn(desk.mails.at(-1)), previousSessionToken: ann.sessionToken };
    await expect(confirmSignIn(desk.deps, link)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getSessionUser(db, ann.sessionToken)).not.toBeNull();
  });

  it('makes the addresses of the settings admins, also where a reader was first', async () => {
    await db.insert(users).values({ id: '01890000-0000-7000-8000-000000000001', email: 'chief@example.com' });
    const chief = await desk.signIn('chief@example.com');
    const other = await desk.signIn('chief@example.net');
    expect((await getSessionUser(db, chief.sessionToken))?.role).toBe('admin');
    expect((await getSessionUser(db, other.sessionToken))?.role).toBe('reader');
  });

  it('writes down that the settings made someone an admin, once, and again after the role was taken away', async () => {
    const { userId } = await desk.signIn('chief@example.com');
    await desk.signIn('chief@example.com');
    await db.update(users).set({ role: 'editor' }).where(eq(users.id, userId));
    await desk.signIn('chief@example.com');
    const entries = await listAuditEntries(db, { actorId: userId }, null, 10);
    expect(
      entries.map(({ action, subjectKey, before, after }) => [action, subjectKey, before, after]),
    ).toEqual(
      ['editor', 'reader'].map((role) => [
        'person.role',
        'chief@example.com',
        { role },
        { role: 'admin', because: 'ADMIN_EMAILS' },
      ]),
    );
  });

  it('makes the follow that waited, once, for a topic by its present or an earlier slug', async () => {
    const iran = await addTopic('iran');
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: iran });
    await desk.ask('ann@example.com', { followSlugs: ['persia'] });
    const { userId } = await confirmSignIn(desk.deps, linkIn(desk.mails[0]));
    await desk.ask('ann@example.com', { followSlugs: ['iran'] });
    await confirmSignIn(desk.deps, linkIn(desk.mails[1]));
    const rows = await db.select().from(follows);
    expect(rows.map(({ userId: id, topicId }) => [id, topicId])).toEqual([[userId, iran]]);
    expect(await db.$count(followIntents)).toBe(0);
  });

  it('makes all the follows that waited, each once', async () => {
    for (const slug of ['iran', 'space', 'mars']) await addTopic(slug);
    await desk.ask('ann@example.com', { followSlugs: ['mars', 'iran', 'nowhere', 'space', 'iran'] });
    await confirmSignIn(desk.deps, linkIn(desk.mails[0]));
    expect(await db.$count(follows)).toBe(3);
    expect(await db.$count(followIntents)).toBe(0);
  });

  it('signs in all the same when the topic that waited is unknown or retired', async () => {
    await addTopic('old', NOW);
    for (const followSlug of ['old', 'nowhere', "'; drop table follows; --"]) {
      await desk.ask(`ann${desk.mails.length}@example.com`, { followSlugs: [followSlug] });
      await confirmSignIn(desk.deps, linkIn(desk.mails.at(-1)));
    }
    expect(await db.$count(follows)).toBe(0);
  });

  it('makes no follow past the limit of 1,000', async () => {
    const { userId } = await desk.signIn('ann@example.com');
    await db.execute(sql`with added as (
        insert into topics (slug, name, kind) select 't' || n, 't' || n, 'topic' from generate_series(1, 1000) n returning id)
      insert into follows (user_id, topic_id) select ${userId}::uuid, id from added`);
    await addTopic('one-more');
    await desk.ask('ann@example.com', { followSlugs: ['one-more'] });
    await confirmSignIn(desk.deps, linkIn(desk.mails.at(-1)));
    expect(await db.$count(follows)).toBe(1_000);
  });

  it('T14 gives a waiting follow to whoever opens its link, and to nobody else', async () => {
    await addTopic('iran');
    await desk.ask('ann@example.com', { followSlugs: ['iran'] });
    const bob = await desk.signIn('bob@example.com');
    expect(await db.$count(follows, eq(follows.userId, bob.userId))).toBe(0);
  });

  it('tells when the mail could not be sent', async () => {
    const failing = new AppError('unavailable', 'No mail server.');
    desk.deps.mailer.send = () => Promise.reject(failing);
    await expect(desk.ask('ann@example.com')).rejects.toBe(failing);
  });

  it('throws a failure of the database as it was, and leaves the link usable', async () => {
    await desk.ask('ann@example.com');
    const link = linkIn(desk.mails[0]);
    await db.execute(sql`alter table sessions rename to sessions_away`);
    await expect(confirmSignIn(desk.deps, link)).rejects.not.toBeInstanceOf(AppError);
    await db.execute(sql`alter table sessions_away rename to sessions`);
    expect((await confirmSignIn(desk.deps, link)).userId).toBeDefined();
  });

  it('clears away what is past its time when somebody signs in', async () => {
    await addTopic('iran');
    await desk.ask('bob@example.com', { followSlugs: ['iran'] });
    vi.setSystemTime(NOW.getTime() + 61 * 24 * 60 * MINUTE_MS);
    await desk.signIn('ann@example.com');
    const left = [
      await db.$count(verificationTokens),
      await db.$count(followIntents),
      await db.$count(sessions),
    ];
    expect(left).toEqual([0, 0, 1]);
    // The counters of Ann's request, and the hour of the sweep.
    expect(await db.$count(rateLimits)).toBe(3);
  });
});
