import { eq } from 'drizzle-orm';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addTopic, addUser } from '@/db/fixtures.ts';
import { lockFollowers } from '@/db/queries/newsroom-locks.ts';
import { follows, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { meOf } from '@/features/me/testing.ts';
import { FOLLOW_LIMIT } from './follows.dto.ts';
import {
  followTopic,
  getFollows,
  noteRetirementTold,
  takeOverFollows,
  unfollowTopic,
} from './follows.service.ts';

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
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
    await unfollowTopic(db, ann, 'iran');
    await unfollowTopic(db, ann, 'iran');
    expect((await meOf(db, ann)).followedTopics).toEqual([]);
  });

  test('T14 a reader neither sees nor changes what another follows', async () => {
    await followTopic(db, ann, 'iran');
    await unfollowTopic(db, bob, 'iran');
    expect(await getFollows(db, bob)).toEqual([]);
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
  });

  test('what was followed without an account is followed beside the rest, and again changes nothing', async () => {
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: iran });
    await followTopic(db, ann, 'space');
    await addTopic(db, 'brexit', { retiredAt: new Date() });
    const sent = ['persia', 'iran', 'brexit', 'atlantis'];
    for (let time = 0; time < 2; time++) {
      expect(await takeOverFollows(db, ann, sent)).toEqual({
        kept: [{ slug: 'iran', name: 'Iran' }],
        refused: [
          { slug: 'brexit', reason: 'retired' },
          { slug: 'atlantis', reason: 'unknown' },
        ],
      });
      expect((await meOf(db, ann)).followedTopics.sort()).toEqual(['iran', 'space']);
    }
    expect((await meOf(db, bob)).followedTopics).toEqual([]);
  });

  test('those past the limit are named, and those followed already are kept', async () => {
    const rows = Array.from({ length: FOLLOW_LIMIT - 1 }, (_, i) => ({
      slug: `t${i}`,
      name: `T${i}`,
      kind: 'topic' as const,
    }));
    const many = await db.insert(topics).values(rows).returning();
    await db.insert(follows).values(many.map((topic) => ({ userId: ann, topicId: topic.id })));
    const { kept, refused } = await takeOverFollows(db, ann, ['iran', 'space', 't7']);
    expect(kept.map(({ slug }) => slug)).toEqual(['iran', 't7']);
    expect(refused).toEqual([{ slug: 'space', reason: 'limit' }]);
    expect((await meOf(db, ann)).followedTopics).toHaveLength(FOLLOW_LIMIT);
  });

  test('T35 brought in by several tabs at once, each is followed once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => takeOverFollows(db, ann, ['iran', 'space'])));
    expect((await meOf(db, ann)).followedTopics.sort()).toEqual(['iran', 'space']);
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
    expect((await meOf(db, ann)).followedTopics).toHaveLength(FOLLOW_LIMIT);
  });

  test('an unknown topic is not found, an old slug leads to the topic, a retired topic takes no follower', async () => {
    await expect(followTopic(db, ann, 'atlantis')).rejects.toMatchObject({ code: 'not_found' });
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: iran });
    await followTopic(db, ann, 'persia');
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
    await db.update(topics).set({ retiredAt: new Date() }).where(eq(topics.slug, 'space'));
    await expect(followTopic(db, ann, 'space')).rejects.toMatchObject({ code: 'conflict' });
  });

  describe('when a followed topic is retired', () => {
    const RETIRED_AT = new Date('2026-11-20T09:00:00.000Z');
    const minutesLater = (minutes: number) => new Date(RETIRED_AT.getTime() + minutes * 60_000);
    const retire = (slug: string, successorId: number | null, retiredAt: Date | null = RETIRED_AT) =>
      db.update(topics).set({ retiredAt, successorId }).where(eq(topics.slug, slug));
    const toldOf = async (reader: string) =>
      (await getFollows(db, reader)).map(({ slug, isRetirementTold }) => [slug, isRetirementTold]);
    let persia: number;

    beforeEach(async () => {
      persia = await addTopic(db, 'persia', { name: 'Persia' });
      for (const reader of [ann, bob]) await followTopic(db, reader, 'persia');
    });

    test('its followers see that it is, and what is in its place', async () => {
      expect(await getFollows(db, ann)).toMatchObject([
        { slug: 'persia', isRetired: false, isRetirementTold: false, successor: null },
      ]);
      await retire('persia', iran);
      expect(await getFollows(db, ann)).toMatchObject([
        {
          ...{ slug: 'persia', isRetired: true, isRetirementTold: false },
          successor: { slug: 'iran', name: 'Iran' },
        },
      ]);
    });

    test('a successor that is merged or retired itself leads to the topic to follow, if there is one', async () => {
      const media = await addTopic(db, 'media', { mergedIntoId: iran });
      const parthia = await addTopic(db, 'parthia', { retiredAt: RETIRED_AT, successorId: media });
      await retire('persia', parthia);
      const successor = async () => (await getFollows(db, ann))[0]?.successor;
      expect(await successor()).toEqual({ slug: 'iran', name: 'Iran' });
      await retire('iran', null);
      expect(await successor()).toBeNull();
      // A loop has no end.
      await retire('iran', persia);
      expect(await successor()).toBeNull();
    });

    test('T14 a reader is told once; nobody is told in their stead', async () => {
      await retire('persia', iran);
      await noteRetirementTold(db, bob, 'persia', minutesLater(5));
      await noteRetirementTold(db, bob, 'persia', minutesLater(6));
      expect(await toldOf(bob)).toEqual([['persia', true]]);
      expect(await toldOf(ann)).toEqual([['persia', false]]);
    });

    test('who is told follows no more and no less than before', async () => {
      await retire('persia', iran);
      const cleo = await addUser(db, 'Cleo');
      await noteRetirementTold(db, cleo, 'persia', minutesLater(5));
      expect(await getFollows(db, cleo)).toEqual([]);
      await noteRetirementTold(db, ann, 'persia', minutesLater(5));
      expect((await meOf(db, ann)).followedTopics).toEqual(['persia']);
    });

    test('a topic that is not retired cannot be told of, nor one that is not there', async () => {
      await noteRetirementTold(db, ann, 'persia', minutesLater(5));
      const [row] = await db.select().from(follows).where(eq(follows.userId, ann));
      expect(row?.retirementToldAt).toBeNull();
      await expect(noteRetirementTold(db, ann, 'atlantis', RETIRED_AT)).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    test('a topic restored and retired again is told of again', async () => {
      await retire('persia', iran);
      await noteRetirementTold(db, ann, 'persia', minutesLater(5));
      await retire('persia', null, null);
      expect(await toldOf(ann)).toEqual([['persia', false]]);
      await retire('persia', iran, minutesLater(10));
      expect(await toldOf(ann)).toEqual([['persia', false]]);
    });
  });

  test('a reader who is gone cannot follow', async () => {
    await db.delete(users).where(eq(users.id, bob));
    await expect(followTopic(db, bob, 'iran')).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('T36 while a merge carries a topic’s followers over, others follow, and its own wait and are told', async ({
    skip,
  }) => {
    // The embedded database does one transaction after the other: there is nothing to wait for.
    if (!(use().$client instanceof pg.Pool)) return skip();
    const reader = await addUser(use(), 'Waiting');
    const busy = await addTopic(use(), 'busy');
    await addTopic(use(), 'quiet');
    const carried = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const merge = use().transaction(async (tx) => {
      await lockFollowers(tx, [busy]);
      // What a merge makes of one of their follows refers to the reader.
      await tx.insert(follows).values({ userId: reader, topicId: busy });
      begun.resolve();
      await carried.promise;
    });
    await begun.promise;
    // As many as there are connections: none is kept waiting on one.
    const waiting = Array.from({ length: 10 }, () => followTopic(use(), reader, 'busy'));
    const outcomes = Promise.allSettled(waiting);
    await followTopic(use(), reader, 'quiet');
    expect((await meOf(use(), reader)).followedTopics).toEqual(['quiet']);
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ reason: { code: 'unavailable', retryAfterSeconds: 5 } });
    const patient = followTopic(use(), reader, 'busy');
    carried.resolve();
    await merge;
    await patient;
    expect((await meOf(use(), reader)).followedTopics.sort()).toEqual(['busy', 'quiet']);
  });
});
