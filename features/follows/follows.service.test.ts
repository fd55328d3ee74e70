import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addTopic, addUser } from '@/db/fixtures.ts';
import { follows, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { FOLLOW_LIMIT } from './follows.dto.ts';
import { followTopic, getFollowedSlugs, getFollows, unfollowTopic } from './follows.service.ts';

describeOnEachDatabase('the follows service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;

  beforeEach(async () => {
    db = use();
    for (const table of [follows, users, topicRedirects, topics]) await db.delete(table);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    iran = await addTopic(db, 'iran', { name: 'Iran' });
    await addTopic(db, 'space', { name: 'Space' });
  });

  test('following and unfollowing are idempotent', async () => {
    await followTopic(db, ann, 'iran');
    await followTopic(db, ann, 'iran');
    expect(await getFollowedSlugs(db, ann)).toEqual(['iran']);
    await unfollowTopic(db, ann, 'iran');
    await unfollowTopic(db, ann, 'iran');
    expect(await getFollowedSlugs(db, ann)).toEqual([]);
  });

  test('T14 a reader neither sees nor changes what another follows', async () => {
    await followTopic(db, ann, 'iran');
    await unfollowTopic(db, bob, 'iran');
    expect(await getFollows(db, bob)).toEqual([]);
    expect(await getFollowedSlugs(db, ann)).toEqual(['iran']);
  });

  test('T35 50 concurrent follows and unfollows of one topic leave one row or none, and the last one asked for alone is exact', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? unfollowTopic : followTopic)(db, ann, 'iran')),
    );
    expect((await db.select().from(follows)).length).toBeLessThanOrEqual(1);
    await followTopic(db, ann, 'iran');
    expect(await db.select().from(follows)).toHaveLength(1);
    await unfollowTopic(db, ann, 'iran');
    expect(await db.select().from(follows)).toHaveLength(0);
  });

  test('the limit holds, also when many ask at once', async () => {
    const many = await db
      .insert(topics)
      .values(
        Array.from({ length: FOLLOW_LIMIT + 8 }, (_, i) => ({
          slug: `t${i}`,
          name: `T${i}`,
          kind: 'topic' as const,
        })),
      )
      .returning();
    await db
      .insert(follows)
      .values(many.slice(0, FOLLOW_LIMIT - 3).map((topic) => ({ userId: ann, topicId: topic.id })));
    const results = await Promise.allSettled(many.slice(-8).map((topic) => followTopic(db, ann, topic.slug)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'limit_reached',
    });
    expect(await getFollowedSlugs(db, ann)).toHaveLength(FOLLOW_LIMIT);
  });

  test('an unknown topic is not found, an old slug leads to the topic, a retired topic takes no follower', async () => {
    await expect(followTopic(db, ann, 'atlantis')).rejects.toMatchObject({ code: 'not_found' });
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: iran });
    await followTopic(db, ann, 'persia');
    expect(await getFollowedSlugs(db, ann)).toEqual(['iran']);
    await db.update(topics).set({ retiredAt: new Date() }).where(eq(topics.slug, 'space'));
    await expect(followTopic(db, ann, 'space')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a reader who is gone cannot follow', async () => {
    await db.delete(users).where(eq(users.id, bob));
    await expect(followTopic(db, bob, 'iran')).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
