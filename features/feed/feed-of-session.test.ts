import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addSession, addTopic, addUser } from '@/db/fixtures.ts';
import { sessions, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { endAllSessions, endSession, type SessionUser } from '@/features/accounts/session.service.ts';
import { followTopic, getFollows } from '@/features/follows/follows.service.ts';
import { getMe } from '@/features/me/me.service.ts';
import { muteTopic } from '@/features/mutes/mutes.service.ts';
import { snoozeFollow } from '@/features/snoozes/snoozes.service.ts';
import { hashToken, newToken } from '@/lib/tokens.ts';
import { getFeedPage, getFeedPageOf } from './feed.service.ts';
import { getFollowing } from './following.service.ts';

const SECRET = 'a secret for tests that is long enough 123';
const HOUR_MS = 60 * 60 * 1000;
const START = Date.now();
const at = (hours: number) => new Date(START + (hours - 100) * HOUR_MS);

/** Who asks and what they ask for, read by one statement (ADR 015). */
describeOnEachDatabase('what a session is told of its reader', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users, topics, topic_redirects, articles, article_topics cascade`);
    [ann, bob] = [await addUser(db, 'Ann', { createdAt: at(0) }), await addUser(db, 'Bob')];
    const [iran, space] = [await addTopic(db, 'iran'), await addTopic(db, 'space')];
    for (let n = 1; n <= 3; n++) await addArticle(db, `iran-${n}`, [iran], { publishedAt: at(n) });
    await addArticle(db, 'both', [iran, space], { publishedAt: at(9) });
    await addArticle(db, 'space', [space], { publishedAt: at(10) });
    await followTopic(db, ann, 'iran');
    await followTopic(db, bob, 'space');
  });

  const feedOf = (token: string, options = {}) => getFeedPageOf({ db, secret: SECRET }, token, options);
  const slugsOf = async (token: string) => (await feedOf(token))?.page.items.map((item) => item.slug);
  const asks: [string, (token: string) => Promise<{ user: SessionUser } | null>][] = [
    ['feed', (token) => feedOf(token)],
    ['me', (token) => getMe(db, token)],
    ['following with its feed', (token) => getFollowing({ db, secret: SECRET }, token, { hasFeed: true })],
    ['following', (token) => getFollowing({ db, secret: SECRET }, token)],
    ['feed further down', (token) => feedOf(token, { unreadOnly: true })],
  ];

  describe.each(asks)('%s', (_what, ask) => {
    test('T9 T10 nothing, without a live session or by what the database holds of one', async () => {
      const token = await addSession(db, ann);
      expect((await ask(token))?.user).toMatchObject({ id: ann, name: 'Ann', role: 'reader' });
      expect(await ask(hashToken(token))).toBeNull();
      expect(await ask(newToken())).toBeNull();
      await db.update(sessions).set({ expires: new Date() });
      expect(await ask(token)).toBeNull();
      const [here, there] = [await addSession(db, ann), await addSession(db, ann)];
      await endSession(db, here);
      expect(await ask(here)).toBeNull();
      await endAllSessions(db, ann);
      expect(await ask(there)).toBeNull();
    });

    test('T19 the role they have now, and dates as dates', async () => {
      const token = await addSession(db, ann);
      await db.update(users).set({ role: 'editor' }).where(eq(users.id, ann));
      expect((await ask(token))?.user).toMatchObject({ role: 'editor', deletionDueAt: null });
      await db
        .update(users)
        .set({ role: 'reader', deletionDueAt: at(200) })
        .where(eq(users.id, ann));
      const user = (await ask(token))?.user;
      expect(user).toMatchObject({ role: 'reader', deletionDueAt: at(200) });
      expect(user?.sessionExpiresAt).toBeInstanceOf(Date);
      await db
        .update(users)
        .set({ deletionDueAt: at(0) })
        .where(eq(users.id, ann));
      expect(await ask(token)).toBeNull();
    });

    test('that it is in use, once an hour', async () => {
      const token = await addSession(db, ann);
      await db.update(sessions).set({ lastSeenAt: at(0) });
      await Promise.all(Array.from({ length: 5 }, () => ask(token)));
      const [session] = await db.select().from(sessions);
      expect(session?.lastSeenAt.getTime()).toBeGreaterThan(at(50).getTime());
    });
  });

  test('T14 each is told of their own, and by one session what the other way is told', async () => {
    const [anns, bobs] = [await addSession(db, ann), await addSession(db, bob)];
    expect(await slugsOf(anns)).toEqual(['both', 'iran-3', 'iran-2', 'iran-1']);
    expect(await slugsOf(bobs)).toEqual(['space', 'both']);
    expect((await getMe(db, anns))?.me).toMatchObject({ followedTopics: ['iran'], newCount: 4 });
    for (const options of [
      {},
      { limit: 2 },
      { topicSlug: 'iran' },
      { topicSlug: 'space' },
      { unreadOnly: true },
    ])
      expect((await feedOf(anns, options))?.page).toEqual(
        await getFeedPage({ db, secret: SECRET }, ann, options),
      );
  });

  test('T14 T18 the page below comes by the cursor of the page above, and by nobody else’s', async () => {
    const [anns, bobs] = [await addSession(db, ann), await addSession(db, bob)];
    const cursor = (await feedOf(anns, { limit: 2 }))?.page.nextCursor ?? '';
    const below = await feedOf(anns, { limit: 2, cursor });
    expect(below?.page.items.map((item) => item.slug)).toEqual(['iran-2', 'iran-1']);
    await expect(feedOf(bobs, { limit: 2, cursor })).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('T14 what the page of Following needs is one’s own, as the other ways tell it', async () => {
    await followTopic(db, ann, 'space');
    await muteTopic(db, ann, 'space');
    await snoozeFollow(db, ann, 'iran', { for: 'day' }, new Date());
    const { following } = (await getFollowing({ db, secret: SECRET }, await addSession(db, ann))) ?? {};
    expect(following).toEqual({
      ...{ mutedTopics: ['space'], keepsHistory: true, foldsFeed: true },
      follows: await getFollows(db, ann),
    });
    expect(following?.follows.map(({ slug, snoozedUntil }) => [slug, snoozedUntil !== null])).toEqual([
      ['iran', true],
      ['space', false],
    ]);
    const bobs = await getFollowing({ db, secret: SECRET }, await addSession(db, bob));
    expect(bobs?.following).toMatchObject({ mutedTopics: [], follows: [{ slug: 'space' }] });
  });

  test('T14 the page of Following has the feed’s first page as the other way tells it, mutes and all', async () => {
    const anns = await addSession(db, ann);
    const told = () => getFollowing({ db, secret: SECRET }, anns, { hasFeed: true });
    const first = () => getFeedPage({ db, secret: SECRET }, ann);
    expect((await told())?.firstPage).toEqual(await first());
    expect((await told())?.firstPage?.items).toHaveLength(4);
    await muteTopic(db, ann, 'space');
    expect((await told())?.firstPage).toEqual(await first());
    expect((await told())?.following.mutedTopics).toEqual(['space']);
    expect((await getFollowing({ db, secret: SECRET }, anns))?.firstPage).toBeNull();
  });

  test('who mutes something is told nothing of it', async () => {
    await muteTopic(db, ann, 'space');
    expect(await slugsOf(await addSession(db, ann))).toEqual(['iran-3', 'iran-2', 'iran-1']);
  });
});
