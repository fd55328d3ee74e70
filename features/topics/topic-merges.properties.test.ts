import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { countTopic } from '@/db/queries/topic-editing.ts';
import { articleTopics, follows, mutes, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { changeArticleTopics, getArticleTopics } from '@/features/articles/article-topics.service.ts';
import { expectConsistent } from '@/features/articles/content/testing-database.ts';
import { changeTopicArticles } from '@/features/articles/topic-articles.service.ts';
import { followTopic, unfollowTopic } from '@/features/follows/follows.service.ts';
import { muteTopic, unmuteTopic } from '@/features/mutes/mutes.service.ts';
import { snoozeFollow, wakeFollow } from '@/features/snoozes/snoozes.service.ts';
import { AppError } from '@/lib/errors.ts';
import { NOW, openNewsroom, picture } from './testing.ts';
import { changeTopic, createTopic, getEditedTopic } from './topic-editing.service.ts';
import { undoMerge } from './topic-merge-undo.service.ts';
import { mergeTopics } from './topic-merges.service.ts';
import { findTopic } from './topics.service.ts';

const NAMES = ['ada', 'ben', 'cat', 'dan', 'eve'];
const place = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), a: place, b: place }),
  fc.record({ do: fc.constant('move' as const), a: place, b: place }),
  fc.record({ do: fc.constant('rename' as const), a: place, b: place }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), a: place, b: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), a: place, b: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('follow' as const), a: place, b: place }) },
  fc.record({ do: fc.constant('unfollow' as const), a: place, b: place }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('snooze' as const), a: place, b: place }) },
  fc.record({ do: fc.constant('wake' as const), a: place, b: place }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mute' as const), a: place, b: place }) },
  fc.record({ do: fc.constant('unmute' as const), a: place, b: place }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('publish' as const), a: place, b: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retag' as const), a: place, b: place }) },
);
type Step = {
  do:
    | 'create'
    | 'move'
    | 'rename'
    | 'merge'
    | 'undo'
    | 'follow'
    | 'unfollow'
    | 'snooze'
    | 'wake'
    | 'mute'
    | 'unmute'
    | 'publish'
    | 'retag';
  a: number;
  b: number;
};

describeOnEachDatabase('topics under any sequence of changes', (use) => {
  test('T25 T36 no orphan, no lost follower or mute, every slug answers, a merge undone at once leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
        const site = await openSite(use());
        for (const each of steps) {
          await site.take(each);
          await expectWhole(use(), site.slugs);
        }
        await site.mergeAndUndo();
        await expectWhole(use(), site.slugs);
      }),
      { numRuns: 12, seed: 20_261_125 },
    );
  }, 240_000);
});

async function openSite(db: Db) {
  const room = await openNewsroom(db);
  const slugs = new Set<string>();
  const merges: number[] = [];
  const readers: string[] = [];
  const articles: string[] = [];
  let made = 0;
  for (const name of NAMES) readers.push(await room.reader(name, []));
  for (const name of ['one', 'two', 'three']) {
    await room.topic(name);
    slugs.add(name);
  }
  const pick = <T>(list: Iterable<T>, n: number): T => {
    const all = [...list];
    return all[n % all.length] as T;
  };

  const actions: Record<Step['do'], (a: number, b: number) => Promise<unknown>> = {
    create: async (a) => {
      const slug = `made-${++made}`;
      const parent = a % 2 ? pick(slugs, a) : null;
      const fields = { name: slug, kind: 'topic' as const, slug, parent, description: '', aliases: [] };
      await createTopic(db, room.editor, { ...fields, wikidataId: null, mediaTopicId: null }, NOW);
      slugs.add(slug);
    },
    move: async (a, b) => {
      const slug = pick(slugs, a);
      const { version } = await getEditedTopic(db, room.editor, slug);
      await changeTopic(db, room.editor, slug, { version, parent: b % 5 ? pick(slugs, b) : null }, NOW);
    },
    rename: async (a) => {
      const slug = pick(slugs, a);
      const { version } = await getEditedTopic(db, room.editor, slug);
      const next = `named-${++made}`;
      await changeTopic(db, room.editor, slug, { version, slug: next, name: next }, NOW);
      slugs.add(next);
    },
    merge: async (a, b) => {
      const [from, into] = [await findTopic(db, pick(slugs, a)), await findTopic(db, pick(slugs, b))];
      const wanted = new Set([...(await followersOf(db, from.id)), ...(await followersOf(db, into.id))]);
      const muting = new Set([...(await mutersOf(db, from.id)), ...(await mutersOf(db, into.id))]);
      const { merge } = await mergeTopics(db, room.editor, from.slug, into.slug, NOW);
      expect(new Set(await followersOf(db, into.id))).toEqual(wanted);
      expect(new Set(await mutersOf(db, into.id))).toEqual(muting);
      merges.push(merge.mergeId);
    },
    undo: async (a) => merges.length > 0 && undoMerge(db, room.editor, pick(merges, a), NOW),
    follow: (a, b) => followTopic(db, pick(readers, a), pick(slugs, b)),
    unfollow: (a, b) => unfollowTopic(db, pick(readers, a), pick(slugs, b)),
    snooze: (a, b) => snoozeFollow(db, pick(readers, a), pick(slugs, b), { for: 'week' }, NOW),
    wake: (a, b) => wakeFollow(db, pick(readers, a), pick(slugs, b)),
    mute: (a, b) => muteTopic(db, pick(readers, a), pick(slugs, b)),
    unmute: (a, b) => unmuteTopic(db, pick(readers, a), pick(slugs, b)),
    publish: async (a, b) => {
      const about = new Set([
        (await findTopic(db, pick(slugs, a))).id,
        (await findTopic(db, pick(slugs, b))).id,
      ]);
      const slug = `article-${++made}`;
      await room.article(slug, [...about] as [number, ...number[]]);
      articles.push(slug);
    },
    // To other topics, into one more or out of one, or from one to another.
    retag: async (a, b) => {
      if (articles.length === 0) return;
      const slug = pick(articles, a);
      const { topics: named, version } = await getArticleTopics(db, room.editor, slug);
      const other = pick(slugs, b);
      if (b % 3 === 0) {
        const wanted = [other, ...named.map((topic) => topic.slug).slice(a % 2)];
        return changeArticleTopics(db, room.editor, slug, { topics: wanted, version }, NOW);
      }
      const first = named[0]?.slug ?? other;
      // One change a step: were the second of two refused, the first would stand.
      if (b % 3 === 1) {
        const [topic, add, remove] = a % 2 ? [other, [slug], []] : [first, [], [slug]];
        return changeTopicArticles(db, room.editor, topic, { add, remove }, NOW);
      }
      return changeTopicArticles(
        db,
        room.editor,
        first,
        { add: [], remove: [], articles: [slug], to: other },
        NOW,
      );
    },
  };
  return {
    slugs,
    /** Takes the step; what the rules refuse must have changed nothing. */
    take: async ({ do: name, a, b }: Step) => {
      const before = await picture(db);
      await actions[name](a, b).catch(async (error: unknown) => {
        expect(error).toBeInstanceOf(AppError);
        expect(await picture(db)).toEqual(before);
      });
    },
    /** Merges two topics and undoes it at once: everything must be as it was. */
    mergeAndUndo: async () => {
      const before = await picture(db);
      const [a, b] = [...slugs];
      const done = await mergeTopics(db, room.editor, a ?? '', b ?? '', NOW).catch(() => null);
      if (done) await undoMerge(db, room.editor, done.merge.mergeId, NOW);
      expect(await picture(db)).toEqual(before);
    },
  };
}

async function followersOf(db: Db, topicId: number): Promise<string[]> {
  return (await db.select().from(follows)).filter((row) => row.topicId === topicId).map((row) => row.userId);
}

async function mutersOf(db: Db, topicId: number): Promise<string[]> {
  return (await db.select().from(mutes)).filter((row) => row.topicId === topicId).map((row) => row.userId);
}

/** What must hold at any moment, worked out in the plainest way. */
async function expectWhole(db: Db, slugs: Set<string>): Promise<void> {
  await expectConsistent(db);
  const rows = await db.select().from(topics);
  const merged = new Set(rows.filter((row) => row.mergedIntoId !== null).map((row) => row.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (merged.has(row.id)) continue;
    // Ends only if there is no loop, and no living topic stands under a merged one.
    const above: number[] = [];
    for (let id = row.parentId; id !== null; id = byId.get(id)?.parentId ?? null) {
      expect(above).not.toContain(id);
      above.push(id);
    }
    expect(row.parentId === null || !merged.has(row.parentId)).toBe(true);
    expect(above.length).toBeLessThan(6);
  }
  for (const slug of slugs) expect((await findTopic(db, slug)).mergedIntoId).toBeNull();
  for (const { topicId } of await db.select().from(follows)) expect(merged.has(topicId)).toBe(false);
  for (const { topicId } of await db.select().from(mutes)) expect(merged.has(topicId)).toBe(false);
  const tagged = await db.select().from(articleTopics);
  for (const { topicId, isDirect } of tagged) expect(isDirect && merged.has(topicId)).toBe(false);
  for (const row of rows) {
    const { articleCount, followerCount } = await countTopic(db, row.id);
    expect(articleCount).toBe(tagged.filter((link) => link.topicId === row.id).length);
    expect(followerCount).toBe((await followersOf(db, row.id)).length);
  }
  const labels = rows.filter((row) => !merged.has(row.id)).flatMap((row) => row.labels);
  expect(new Set(labels).size).toBe(labels.length);
  const redirects = new Set((await db.select().from(topicRedirects)).map((row) => row.slug));
  expect(rows.some((row) => redirects.has(row.slug))).toBe(false);
  expect((await db.select().from(users)).length).toBe(NAMES.length + 1);
}
