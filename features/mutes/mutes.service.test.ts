import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addTopic, addUser } from '@/db/fixtures.ts';
import { follows, mutes, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { followTopic } from '@/features/follows/follows.service.ts';
import { meOf } from '@/features/me/testing.ts';
import { MUTE_LIMIT } from './mutes.dto.ts';
import { getMutes, isTopicMuted, muteTopic, unmuteTopic } from './mutes.service.ts';

describeOnEachDatabase('the mutes service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;

  beforeEach(async () => {
    db = use();
    for (const table of [follows, mutes, users, topicRedirects, topics]) await db.delete(table);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    iran = await addTopic(db, 'iran', { name: 'Iran' });
    await addTopic(db, 'nora', { name: 'Nora', kind: 'author' });
  });

  test('muting and unmuting are idempotent, and leave the follow as it is', async () => {
    await followTopic(db, ann, 'iran');
    await muteTopic(db, ann, 'iran');
    await muteTopic(db, ann, 'iran');
    expect((await meOf(db, ann)).mutedTopics).toEqual(['iran']);
    expect(await isTopicMuted(db, ann, 'iran')).toBe(true);
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
    await unmuteTopic(db, ann, 'iran');
    await unmuteTopic(db, ann, 'iran');
    expect((await meOf(db, ann)).mutedTopics).toEqual([]);
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
  });

  test('topics and authors are listed by name', async () => {
    for (const slug of ['nora', 'iran']) await muteTopic(db, ann, slug);
    expect(await getMutes(db, ann)).toMatchObject([
      { slug: 'iran', name: 'Iran', kind: 'topic', mutedAt: expect.stringMatching(/Z$/) },
      { slug: 'nora', name: 'Nora', kind: 'author' },
    ]);
  });

  test('T14 a reader neither sees nor changes what another mutes', async () => {
    await muteTopic(db, ann, 'iran');
    await unmuteTopic(db, bob, 'iran');
    expect(await getMutes(db, bob)).toEqual([]);
    expect(await isTopicMuted(db, bob, 'iran')).toBe(false);
    expect((await meOf(db, ann)).mutedTopics).toEqual(['iran']);
  });

  test('T35 50 concurrent mutes and unmutes of one topic leave one row or none, and the last one asked for alone is exact', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? unmuteTopic : muteTopic)(db, ann, 'iran')),
    );
    expect((await db.select().from(mutes)).length).toBeLessThanOrEqual(1);
    await muteTopic(db, ann, 'iran');
    expect(await db.select().from(mutes)).toHaveLength(1);
  });

  test('the limit holds, also when many ask at once', async () => {
    const plain = (i: number) => ({ slug: `t${i}`, name: `T${i}`, kind: 'topic' as const });
    const many = await db
      .insert(topics)
      .values(Array.from({ length: MUTE_LIMIT + 5 }, (_, i) => plain(i)))
      .returning();
    await db
      .insert(mutes)
      .values(many.slice(0, MUTE_LIMIT - 3).map((topic) => ({ userId: ann, topicId: topic.id })));
    const results = await Promise.allSettled(many.slice(-8).map((topic) => muteTopic(db, ann, topic.slug)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      ...{ code: 'limit_reached', status: 409 },
    });
    expect((await meOf(db, ann)).mutedTopics).toHaveLength(MUTE_LIMIT);
    // What is muted already is no further mute.
    await muteTopic(db, ann, many[0]?.slug ?? '');
  });

  test('an unknown topic is not found, an old slug leads to the topic, a retired topic can be muted', async () => {
    await expect(muteTopic(db, ann, 'atlantis')).rejects.toMatchObject({ code: 'not_found' });
    await expect(unmuteTopic(db, ann, 'atlantis')).rejects.toMatchObject({ code: 'not_found' });
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: iran });
    await db.update(topics).set({ retiredAt: new Date() }).where(eq(topics.id, iran));
    await muteTopic(db, ann, 'persia');
    expect((await meOf(db, ann)).mutedTopics).toEqual(['iran']);
  });

  test('a deleted reader leaves no mute', async () => {
    await muteTopic(db, ann, 'iran');
    await muteTopic(db, bob, 'iran');
    await db.delete(users).where(eq(users.id, ann));
    expect((await db.select().from(mutes)).map((row) => row.userId)).toEqual([bob]);
    await expect(muteTopic(db, ann, 'iran')).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
