import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, articleTopics, follows, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { getFeedPage, getNewCount } from '@/features/feed/feed.service.ts';
import { followTopic, getFollows, unfollowTopic } from '@/features/follows/follows.service.ts';
import { meOf } from '@/features/me/testing.ts';
import { getSnoozedUntil, snoozeFollow, wakeFollow } from './snoozes.service.ts';

const at = (minute: number) => new Date(Date.parse('2021-01-12T12:00:00Z') + minute * 60_000);
/** The database's own clock decides whether a snooze lasts, so this is the real present. */
const NOW = new Date();
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);

describeOnEachDatabase('the snoozes service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  const shown = async (userId: string, topicSlug?: string) => {
    const deps = { db, secret: 'a secret of the tests, long enough for them' };
    const { items } = await getFeedPage(deps, userId, { topicSlug });
    return items.map((item) => [item.slug, ...item.reasons.map((reason) => reason.slug)].join(' '));
  };

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, articles, follows, users, topicRedirects, topics])
      await db.delete(table);
    ann = await addUser(db, 'Ann', { createdAt: at(0) });
    bob = await addUser(db, 'Bob', { createdAt: at(0) });
    const iran = await addTopic(db, 'iran', { name: 'Iran' });
    const space = await addTopic(db, 'space', { name: 'Space' });
    await addArticle(db, 'only-iran', [iran], { publishedAt: at(1) });
    await addArticle(db, 'both', [iran, space], { publishedAt: at(2) });
    await addArticle(db, 'only-space', [space], { publishedAt: at(3) });
    for (const reader of [ann, bob])
      for (const slug of ['iran', 'space']) await followTopic(db, reader, slug);
  });

  test('a snoozed follow brings nothing to feed and count, what another brings is there for that reason alone, and waking brings all back', async () => {
    const whole = ['only-space space', 'both iran space', 'only-iran iran'];
    expect(await shown(ann)).toEqual(whole);
    const end = await snoozeFollow(db, ann, 'iran', { for: 'week' }, NOW);
    expect(end.getTime() - NOW.getTime()).toBe(7 * 86_400_000);
    expect(await shown(ann)).toEqual(['only-space space', 'both space']);
    expect(await shown(ann, 'iran')).toEqual([]);
    expect(await getNewCount(db, ann)).toBe(2);
    expect((await meOf(db, ann)).snoozedTopics).toEqual(['iran']);
    expect(await getSnoozedUntil(db, ann, 'iran')).toBe(end.toISOString());
    expect((await getFollows(db, ann)).map((follow) => follow.snoozedUntil)).toEqual([
      ...[end.toISOString(), null],
    ]);
    await wakeFollow(db, ann, 'iran');
    await wakeFollow(db, ann, 'iran');
    expect(await shown(ann)).toEqual(whole);
    expect(await getNewCount(db, ann)).toBe(3);
    expect(await getSnoozedUntil(db, ann, 'iran')).toBeNull();
  });

  test('it returns by itself when its time is over', async () => {
    await snoozeFollow(db, ann, 'iran', { for: 'day' }, new Date(NOW.getTime() - 86_400_000 - 1_000));
    expect(await shown(ann)).toHaveLength(3);
    expect((await meOf(db, ann)).snoozedTopics).toEqual([]);
    expect((await getFollows(db, ann)).every((follow) => follow.snoozedUntil === null)).toBe(true);
  });

  test('following again wakes nothing; unfollowing and following does', async () => {
    await snoozeFollow(db, ann, 'iran', { for: 'day' }, NOW);
    await followTopic(db, ann, 'iran');
    expect((await meOf(db, ann)).snoozedTopics).toEqual(['iran']);
    await unfollowTopic(db, ann, 'iran');
    await followTopic(db, ann, 'iran');
    expect((await meOf(db, ann)).snoozedTopics).toEqual([]);
  });

  test('T14 what another snoozes changes nothing, and nobody snoozes or wakes in their stead', async () => {
    await snoozeFollow(db, bob, 'iran', { for: 'day' }, NOW);
    expect(await shown(ann)).toHaveLength(3);
    await wakeFollow(db, ann, 'iran');
    expect((await meOf(db, bob)).snoozedTopics).toEqual(['iran']);
    expect(await getSnoozedUntil(db, ann, 'iran')).toBeNull();
  });

  test('until a day is until it begins, and an instant is taken to the millisecond', async () => {
    const end = await snoozeFollow(db, ann, 'iran', { until: day(10) }, NOW);
    expect(end.toISOString()).toBe(`${day(10)}T00:00:00.000Z`);
    const instant = new Date(NOW.getTime() + 5_000_123).toISOString();
    await snoozeFollow(db, ann, 'iran', { until: instant }, NOW);
    expect(await getSnoozedUntil(db, ann, 'iran')).toBe(instant);
  });

  test('what is past, too far away or no day is refused by the name of the field, and changes nothing', async () => {
    const [latest, tooLate] = [new Date(NOW), new Date(NOW)];
    latest.setUTCFullYear(NOW.getUTCFullYear() + 1);
    tooLate.setTime(latest.getTime() + 1);
    await snoozeFollow(db, ann, 'iran', { until: latest.toISOString() }, NOW);
    for (const until of [day(0), day(-3), tooLate.toISOString(), '', 'Friday', '12/24/2026', '2026-13-45'])
      await expect(snoozeFollow(db, ann, 'iran', { until }, NOW), until).rejects.toMatchObject({
        code: 'bad_request',
        details: { fields: { until: expect.any(String) } },
      });
    expect(await getSnoozedUntil(db, ann, 'iran')).toBe(latest.toISOString());
  });

  test('only what is followed can be snoozed; an old slug leads to the topic', async () => {
    await addTopic(db, 'mars');
    await expect(snoozeFollow(db, ann, 'mars', { for: 'day' }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(wakeFollow(db, ann, 'mars')).resolves.toBeUndefined();
    await expect(wakeFollow(db, ann, 'atlantis')).rejects.toMatchObject({ code: 'not_found' });
    const [row] = await db.select().from(topics).where(eq(topics.slug, 'iran'));
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: row?.id ?? 0 });
    await snoozeFollow(db, ann, 'persia', { for: 'day' }, NOW);
    expect((await meOf(db, ann)).snoozedTopics).toEqual(['iran']);
  });
});
