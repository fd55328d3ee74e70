import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addSession, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, articleTopics, follows, mutes, reads, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { followTopic, unfollowTopic } from '@/features/follows/follows.service.ts';
import { muteTopic, unmuteTopic } from '@/features/mutes/mutes.service.ts';
import { snoozeFollow } from '@/features/snoozes/snoozes.service.ts';
import { chooseFolding, getArrivedCount, getFeedPage, getNewCount, markSeen } from './feed.service.ts';
import { getFollowing } from './following.service.ts';

const SECRET = 'a secret of the tests, long enough for them';
const at = (minute: number) => new Date(Date.parse('2021-01-12T12:00:00Z') + minute * 60_000);

describeOnEachDatabase('the feed service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;
  let space: number;
  const deps = () => ({ db, secret: SECRET });
  const slugs = (page: { items: { slug: string }[] }) => page.items.map((item) => item.slug);

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, reads, articles, follows, mutes, users, topics])
      await db.delete(table);
    ann = await addUser(db, 'Ann', { createdAt: at(0) });
    bob = await addUser(db, 'Bob', { createdAt: at(0) });
    iran = await addTopic(db, 'iran', { name: 'Iran' });
    space = await addTopic(db, 'space', { name: 'Space' });
    for (let i = 1; i <= 5; i++) await addArticle(db, `iran-${i}`, [iran], { publishedAt: at(i) });
    await addArticle(db, 'both', [space, iran], { publishedAt: at(6) });
    await addArticle(db, 'space-1', [space], { publishedAt: at(7) });
  });

  test('a follow takes effect on past articles at once, and unfollowing removes exactly what nothing else justifies', async () => {
    await followTopic(db, ann, 'iran');
    await followTopic(db, ann, 'space');
    const page = await getFeedPage(deps(), ann);
    expect(slugs(page)).toEqual(['space-1', 'both', 'iran-5', 'iran-4', 'iran-3', 'iran-2', 'iran-1']);
    expect(page.items[1]?.reasons.map((reason) => reason.name)).toEqual(['Space', 'Iran']);

    await unfollowTopic(db, ann, 'iran');
    expect(slugs(await getFeedPage(deps(), ann))).toEqual(['space-1', 'both']);
  });

  test('T14 a reader sees nothing of what another follows', async () => {
    await followTopic(db, ann, 'iran');
    expect(slugs(await getFeedPage(deps(), bob))).toEqual([]);
    expect(await getNewCount(db, bob)).toBe(0);
  });

  test('a mute wins over every follow, in the feed and in the count, and lifting it brings all back', async () => {
    for (const slug of ['iran', 'space']) await followTopic(db, ann, slug);
    const whole = slugs(await getFeedPage(deps(), ann));
    await muteTopic(db, ann, 'iran');
    expect(slugs(await getFeedPage(deps(), ann))).toEqual(['space-1']);
    expect(slugs(await getFeedPage(deps(), ann, { topicSlug: 'iran' }))).toEqual([]);
    expect(await getNewCount(db, ann)).toBe(1);
    await unmuteTopic(db, ann, 'iran');
    expect(slugs(await getFeedPage(deps(), ann))).toEqual(whole);
  });

  test('T14 what another mutes or has read changes nothing', async () => {
    await followTopic(db, ann, 'iran');
    await muteTopic(db, bob, 'iran');
    const [article] = await db.select().from(articles).where(eq(articles.slug, 'both'));
    await db.insert(reads).values({ userId: bob, articleId: article?.id ?? 0, readAt: at(9) });
    const page = await getFeedPage(deps(), ann, { unreadOnly: true });
    expect(page.items).toHaveLength(6);
    expect(page.items.some((item) => item.isRead)).toBe(false);
  });

  test('unread only leaves out what was read, and is paged by cursors of its own', async () => {
    await followTopic(db, ann, 'iran');
    const [article] = await db.select().from(articles).where(eq(articles.slug, 'iran-5'));
    await db.insert(reads).values({ userId: ann, articleId: article?.id ?? 0, readAt: at(9) });
    const whole = await getFeedPage(deps(), ann);
    expect(whole.items.filter((item) => item.isRead).map((item) => item.slug)).toEqual(['iran-5']);
    const first = await getFeedPage(deps(), ann, { unreadOnly: true, limit: 2 });
    expect(slugs(first)).toEqual(['both', 'iran-4']);
    const cursor = first.nextCursor ?? '';
    expect(slugs(await getFeedPage(deps(), ann, { unreadOnly: true, limit: 2, cursor }))).toEqual([
      ...['iran-3', 'iran-2'],
    ]);
    await expect(getFeedPage(deps(), ann, { limit: 2, cursor })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  test('T14 whether long runs are folded is each reader’s own choice, and changes nothing in the list', async () => {
    await followTopic(db, ann, 'iran');
    const whole = slugs(await getFeedPage(deps(), ann));
    const foldsFeed = async (reader: string) =>
      (await getFollowing(deps(), await addSession(db, reader)))?.following.foldsFeed;
    expect(await foldsFeed(ann)).toBe(true);
    await chooseFolding(db, ann, false);
    expect(await foldsFeed(ann)).toBe(false);
    expect(await foldsFeed(bob)).toBe(true);
    expect(slugs(await getFeedPage(deps(), ann))).toEqual(whole);
  });

  test('T14 T18 a cursor of another reader, of another filter or changed by one character is refused', async () => {
    await followTopic(db, ann, 'iran');
    await followTopic(db, bob, 'iran');
    const { nextCursor } = await getFeedPage(deps(), ann, { limit: 2 });
    const cursor = nextCursor ?? '';
    expect(slugs(await getFeedPage(deps(), ann, { limit: 2, cursor }))).toEqual(['iran-4', 'iran-3']);
    const refused = { code: 'bad_request' };
    await expect(getFeedPage(deps(), bob, { cursor })).rejects.toMatchObject(refused);
    await expect(getFeedPage(deps(), ann, { cursor, topicSlug: 'iran' })).rejects.toMatchObject(refused);
    await expect(getFeedPage(deps(), ann, { cursor, unreadOnly: true })).rejects.toMatchObject(refused);
    await expect(getFeedPage({ db, secret: `${SECRET}!` }, ann, { cursor })).rejects.toMatchObject(refused);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'z', '-', '.', ' '),
        async (index, char) => {
          fc.pre(cursor[index] !== char);
          const changed = cursor.slice(0, index) + char + cursor.slice(index + 1);
          await expect(getFeedPage(deps(), ann, { cursor: changed })).rejects.toMatchObject(refused);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  test('T14 T18 a seen mark of another reader is refused', async () => {
    const { seenUpTo } = await getFeedPage(deps(), ann);
    await expect(markSeen(deps(), bob, seenUpTo)).rejects.toMatchObject({ code: 'bad_request' });
    await expect(markSeen(deps(), ann, 'djEuMA.x')).rejects.toMatchObject({ code: 'bad_request' });
    await expect(getArrivedCount(deps(), bob, { after: seenUpTo })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  test('T46 seen never swallows an article that became visible after the page was loaded', async () => {
    await followTopic(db, ann, 'iran');
    const page = await getFeedPage(deps(), ann);
    await addArticle(db, 'late', [iran], { publishedAt: at(2), firstVisibleAt: at(30) });
    await markSeen(deps(), ann, page.seenUpTo);
    expect(await getNewCount(db, ann)).toBe(1);
    const next = await getFeedPage(deps(), ann);
    expect(next.items.filter((item) => item.isNew).map((item) => item.slug)).toEqual(['late']);
    await markSeen(deps(), ann, next.seenUpTo);
    expect(await getNewCount(db, ann)).toBe(0);
    await markSeen(deps(), ann, page.seenUpTo);
    expect(await getNewCount(db, ann)).toBe(0);
  });

  test('what came since a page was made is counted as the page is narrowed, back-dated or not, whatever was seen meanwhile', async () => {
    for (const slug of ['iran', 'space']) await followTopic(db, ann, slug);
    const { seenUpTo: after } = await getFeedPage(deps(), ann);
    const counts = async () => [
      await getArrivedCount(deps(), ann, { after }),
      await getArrivedCount(deps(), ann, { after, topicSlug: 'iran' }),
      await getArrivedCount(deps(), ann, { after, unreadOnly: true }),
    ];
    expect(await counts()).toEqual([0, 0, 0]);
    const late = await addArticle(db, 'late', [iran], { publishedAt: at(2), firstVisibleAt: at(30) });
    await addArticle(db, 'later', [iran, space], { publishedAt: at(31) });
    await addArticle(db, 'latest', [space], { publishedAt: at(32) });
    await addArticle(db, 'held', [space], { publishedAt: at(33), firstVisibleAt: null, isVisible: false });
    expect(await counts()).toEqual([3, 2, 3]);
    await db.insert(reads).values({ userId: ann, articleId: late, readAt: at(40) });
    await markSeen(deps(), ann, (await getFeedPage(deps(), ann)).seenUpTo);
    expect(await counts()).toEqual([3, 2, 2]);
    await muteTopic(db, ann, 'iran');
    expect(await counts()).toEqual([1, 0, 1]);
    await unmuteTopic(db, ann, 'iran');
    await snoozeFollow(db, ann, 'space', { for: 'day' }, new Date());
    expect(await counts()).toEqual([2, 2, 1]);
    expect(await getArrivedCount(deps(), ann, { after, topicSlug: 'space' })).toBe(0);
  });

  test('T20 an article that is not visible is in no feed and no count', async () => {
    await followTopic(db, ann, 'iran');
    const before = await getNewCount(db, ann);
    await addArticle(db, 'held-back', [iran], { publishedAt: at(9), firstVisibleAt: null, isVisible: false });
    expect(slugs(await getFeedPage(deps(), ann))).not.toContain('held-back');
    expect(await getNewCount(db, ann)).toBe(before);
  });

  test('T45 a reader paging while articles come, change topic and go sees none twice and misses none that stayed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('publish', 'backdate', 'withdraw', 'retag', 'correct'), {
          minLength: 6,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 3 }),
        async (events, limit) => {
          await db.delete(articleTopics);
          await db.delete(articles);
          for (let i = 0; i < 12; i++)
            await addArticle(db, `a${i}`, [iran, space], { publishedAt: at(Math.floor(i / 2)) });
          await followTopic(db, ann, 'iran');
          const untouched = new Set(Array.from({ length: 12 }, (_, i) => `a${i}`));
          const seen: string[] = [];
          let cursor: string | undefined;
          for (let step = 0; ; step++) {
            const page = await getFeedPage(deps(), ann, { limit, cursor });
            seen.push(...slugs(page));
            if (!page.nextCursor) break;
            cursor = page.nextCursor;
            const event = events[step];
            if (event) await disturb(event, step, untouched);
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect([...untouched].filter((slug) => !seen.includes(slug))).toEqual([]);
        },
      ),
      { numRuns: 25, seed: 45 },
    );
  });

  /** One change in the newsroom while a reader pages. Articles that leave the feed leave `untouched` too. */
  async function disturb(event: string, step: number, untouched: Set<string>) {
    const target = `a${(step * 5) % 12}`;
    const one = eq(articles.slug, target);
    const [row] = await db.select().from(articles).where(one);
    if (event === 'publish') await addArticle(db, `n${step}`, [iran], { publishedAt: at(90 + step) });
    if (event === 'backdate')
      await addArticle(db, `b${step}`, [iran], { publishedAt: at(step % 3), firstVisibleAt: at(95) });
    if (event === 'correct')
      await db
        .update(articles)
        .set({ headline: `Corrected ${step}`, updatedAt: at(99) })
        .where(one);
    if (event === 'withdraw' && row) {
      untouched.delete(target);
      await db.update(articles).set({ isVisible: false }).where(one);
      await db.update(articleTopics).set({ isVisible: false }).where(eq(articleTopics.articleId, row.id));
    }
    if (event === 'retag' && row) {
      // Still followed through the other topic.
      await db
        .update(articles)
        .set({ topicIds: [iran] })
        .where(one);
      await db.delete(articleTopics).where(eq(articleTopics.articleId, row.id));
      await db.insert(articleTopics).values({
        articleId: row.id,
        topicId: iran,
        isDirect: true,
        publishedAt: row.publishedAt,
        firstVisibleAt: row.firstVisibleAt,
        isVisible: row.isVisible,
      });
    }
  }
});
