import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../lib/uuid.ts';
import type { Db } from '../client.ts';
import { articles, articleTopics, follows, topics, users, visits } from '../schema.ts';
import { describeOnEachDatabase } from '../testing.ts';
import { countNew, type FeedPosition, listFeed, NEW_COUNT_CAP, saveVisit } from './feed.ts';

const START = Date.parse('2021-01-01T00:00:00Z');
const TOPIC_COUNT = 6;

type CorpusArticle = { minute: number; visibleMinute: number; topics: number[]; isVisible: boolean };
type Case = {
  corpus: CorpusArticle[];
  followed: number[];
  limit: number;
  quickScan: number;
  seenMinute: number;
};

// Few distinct minutes, so that ties in time are common; few topics, so that articles match for several reasons.
const cases: fc.Arbitrary<Case> = fc.record({
  corpus: fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 12 }),
      visibleMinute: fc.integer({ min: 0, max: 20 }),
      topics: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 }), { maxLength: 4 }),
      isVisible: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    }),
    { maxLength: 40 },
  ),
  followed: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 })),
  limit: fc.integer({ min: 1, max: 9 }),
  quickScan: fc.constantFrom(1, 3, 10, 2000),
  seenMinute: fc.integer({ min: -1, max: 20 }),
});

const at = (minute: number) => new Date(START + minute * 60_000);

async function store(db: Db, { corpus, followed, seenMinute }: Case) {
  for (const table of [articleTopics, articles, follows, visits, users, topics]) await db.delete(table);
  const userId = uuidv7();
  await db.insert(users).values({ id: userId, email: `${userId}@example.com`, createdAt: at(0) });
  const topicIds: number[] = [];
  for (let i = 0; i < TOPIC_COUNT; i++) {
    const [row] = await db
      .insert(topics)
      .values({ slug: `t${i}`, name: `T${i}`, kind: 'topic' })
      .returning();
    topicIds.push(row?.id ?? 0);
  }
  const idOf = (index: number) => topicIds[index] ?? 0;
  const ids: number[] = [];
  for (const [index, article] of corpus.entries()) {
    const common = {
      publishedAt: at(article.minute),
      firstVisibleAt: at(article.visibleMinute),
      isVisible: article.isVisible,
    };
    const [row] = await db
      .insert(articles)
      .values({
        ...common,
        slug: `a${index}`,
        headline: `A${index}`,
        dek: '',
        bodyHtml: '',
        wordCount: 0,
        sectionId: idOf(0),
        sourceHash: '',
        topicIds: article.topics.map(idOf),
      })
      .returning({ id: articles.id });
    ids.push(row?.id ?? 0);
    if (article.topics.length > 0) {
      await db.insert(articleTopics).values(
        article.topics.map((t, i) => ({
          ...common,
          articleId: row?.id ?? 0,
          topicId: idOf(t),
          isDirect: true,
          position: i,
        })),
      );
    }
  }
  if (followed.length > 0)
    await db.insert(follows).values(followed.map((t) => ({ userId, topicId: idOf(t) })));
  if (seenMinute >= 0) await saveVisit(db, userId, at(seenMinute));
  return { userId, ids };
}

/** What the feed is by definition, worked out the plain way. */
function oracle({ corpus, followed, seenMinute }: Case, ids: number[], filter: number | null = null) {
  const wanted = filter === null ? followed : followed.filter((t) => t === filter);
  return corpus
    .map((article, index) => ({ ...article, id: ids[index] ?? 0, slug: `a${index}` }))
    .filter((article) => article.isVisible && article.topics.some((t) => wanted.includes(t)))
    .sort((a, b) => b.minute - a.minute || b.id - a.id)
    .map((article) => ({
      slug: article.slug,
      isNew: article.visibleMinute > Math.max(seenMinute, 0),
      reasons: article.topics.filter((t) => followed.includes(t)).map((t) => `t${t}`),
    }));
}

async function readAll(db: Db, userId: string, { limit, quickScan }: Case, topicSlug: string | null) {
  const seen: { slug: string; isNew: boolean; reasons: string[] }[] = [];
  let position: FeedPosition | null = null;
  for (;;) {
    const { items } = await listFeed(db, userId, { position, limit, topicSlug, quickScan });
    for (const item of items) {
      seen.push({ slug: item.slug, isNew: item.isNew, reasons: item.reasons.map((reason) => reason.slug) });
    }
    const last = items.at(-1);
    if (!last || items.length < limit) return seen;
    position = { publishedAt: new Date(last.publishedAt), id: last.id };
  }
}

describeOnEachDatabase('feed queries', (use) => {
  const runs = { numRuns: 60, seed: 71011 };

  test('T25 paging through the feed gives exactly what a naive reading of the corpus gives', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { userId, ids } = await store(use(), given);
        expect(await readAll(use(), userId, given, null)).toEqual(oracle(given, ids));
      }),
      runs,
    );
  });

  test('T25 the feed of one followed topic is exact too, and empty for a topic that is not followed', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: TOPIC_COUNT - 1 }), async (given, topic) => {
        const { userId, ids } = await store(use(), given);
        expect(await readAll(use(), userId, given, `t${topic}`)).toEqual(oracle(given, ids, topic));
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test('T25 the new-count equals the new articles of the feed', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { userId, ids } = await store(use(), given);
        expect(await countNew(use(), userId)).toBe(oracle(given, ids).filter((item) => item.isNew).length);
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test('the new-count stops at its cap', async () => {
    const corpus = Array.from({ length: NEW_COUNT_CAP + 20 }, (_, i) => ({
      minute: i,
      visibleMinute: 10 + i,
      topics: [i % 2, 2],
      isVisible: true,
    }));
    const given = { corpus, followed: [0, 1, 2], limit: 9, quickScan: 2000, seenMinute: 1 };
    const { userId } = await store(use(), given);
    expect(await countNew(use(), userId)).toBe(NEW_COUNT_CAP);
  });

  test('a visit never moves back', async () => {
    const given = { corpus: [], followed: [], limit: 1, quickScan: 1, seenMinute: 9 };
    const { userId } = await store(use(), given);
    await saveVisit(use(), userId, at(3));
    const [visit] = await use().select().from(visits);
    expect(visit?.seenUpTo).toEqual(at(9));
  });
});
