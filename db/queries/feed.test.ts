import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { hashToken } from '../../lib/tokens.ts';
import { uuidv7 } from '../../lib/uuid.ts';
import { type Db, runPlanned } from '../client.ts';
import { addSession } from '../fixtures.ts';
import { articles, articleTopics, follows, mutes, reads, topics, users, visits } from '../schema.ts';
import { describeOnEachDatabase } from '../testing.ts';
import { type FeedPosition, type FeedRows, listFeed, listFeedOfSession, listPreview } from './feed.ts';
import { findFollowing } from './following.ts';
import { listFollows } from './follows.ts';
import { findMe } from './me.ts';
import { countArrived, countNew, NEW_COUNT_CAP, saveVisit } from './visits.ts';

const START = Date.parse('2021-01-01T00:00:00Z');
/** Which topic stands beneath which, by index: two levels under 0, one under 2, and one alone. */
const PARENTS = [null, 0, null, 2, 1, null];
const TOPIC_COUNT = PARENTS.length;

type CorpusArticle = {
  minute: number;
  visibleMinute: number;
  topics: number[];
  isVisible: boolean;
  isRead: boolean;
};
type Case = {
  corpus: CorpusArticle[];
  followed: number[];
  /** Of the followed: those whose snooze lasts, and those whose snooze is over. */
  snoozed: number[];
  woken: number[];
  muted: number[];
  limit: number;
  few: number;
  quickScan: number;
  topicScan: number;
  unreadOnly: boolean;
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
      isRead: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
  followed: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 })),
  snoozed: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 }), { maxLength: 2 }),
  woken: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 }), { maxLength: 2 }),
  muted: fc.oneof(
    { weight: 2, arbitrary: fc.constant<number[]>([]) },
    { weight: 3, arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: TOPIC_COUNT - 1 }), { maxLength: 2 }) },
  ),
  limit: fc.integer({ min: 1, max: 9 }),
  few: fc.constantFrom(-1, 1, 24),
  quickScan: fc.constantFrom(1, 3, 10, 2000),
  topicScan: fc.constantFrom(1, 2, 5, 500),
  unreadOnly: fc.boolean(),
  seenMinute: fc.integer({ min: -1, max: 20 }),
});

const at = (minute: number) => new Date(START + minute * 60_000);

/** The topics of an article with all that stand above them, the direct ones first. */
function withAncestors(direct: number[]): number[] {
  const all = [...direct];
  for (const topic of all) {
    const parent = PARENTS[topic] ?? null;
    if (parent !== null && !all.includes(parent)) all.push(parent);
  }
  return all;
}

async function store(db: Db, given: Case) {
  const { corpus, followed, muted, seenMinute } = given;
  for (const table of [articleTopics, reads, articles, follows, mutes, visits, users]) await db.delete(table);
  await db.delete(topics);
  const userId = uuidv7();
  await db.insert(users).values({ id: userId, email: `${userId}@example.com`, createdAt: at(0) });
  const topicIds: number[] = [];
  for (const [i, parent] of PARENTS.entries()) {
    const parentId = parent === null ? null : topicIds[parent];
    const [row] = await db
      .insert(topics)
      .values({ slug: `t${i}`, name: `T${i}`, kind: 'topic', parentId })
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
        topicIds: withAncestors(article.topics).map(idOf),
      })
      .returning({ id: articles.id });
    ids.push(row?.id ?? 0);
    if (article.topics.length > 0) {
      await db.insert(articleTopics).values(
        withAncestors(article.topics).map((t, i) => ({
          ...common,
          articleId: row?.id ?? 0,
          topicId: idOf(t),
          isDirect: i < article.topics.length,
          position: i,
        })),
      );
    }
    if (article.isRead) await db.insert(reads).values({ userId, articleId: row?.id ?? 0, readAt: at(30) });
  }
  if (followed.length > 0)
    await db
      .insert(follows)
      .values(followed.map((t) => ({ userId, topicId: idOf(t), snoozedUntil: snoozeOf(given, t) })));
  if (muted.length > 0) await db.insert(mutes).values(muted.map((t) => ({ userId, topicId: idOf(t) })));
  if (seenMinute >= 0) await saveVisit(db, userId, at(seenMinute));
  return { userId, ids };
}

/** The database's own clock decides, so these are far from the present. */
function snoozeOf({ snoozed, woken }: Case, topic: number): Date | null {
  if (snoozed.includes(topic)) return new Date(Date.now() + 3_600_000);
  return woken.includes(topic) ? new Date(Date.now() - 3_600_000) : null;
}

/** What the feed is by definition, worked out the plain way. */
function oracle(given: Case, ids: number[], filter: number | null = null) {
  const { corpus, muted, seenMinute, unreadOnly } = given;
  const followed = given.followed.filter((t) => !given.snoozed.includes(t));
  const wanted = filter === null ? followed : followed.filter((t) => t === filter);
  return corpus
    .map((article, index) => ({ ...article, id: ids[index] ?? 0, slug: `a${index}` }))
    .map((article) => ({ ...article, all: withAncestors(article.topics) }))
    .filter((article) => article.isVisible && article.all.some((t) => wanted.includes(t)))
    .filter((article) => !article.all.some((t) => muted.includes(t)))
    .filter((article) => !(unreadOnly && article.isRead))
    .sort((a, b) => b.minute - a.minute || b.id - a.id)
    .map((article) => ({
      slug: article.slug,
      isNew: article.visibleMinute > Math.max(seenMinute, 0),
      isRead: article.isRead,
      reasons: article.all.filter((t) => followed.includes(t)).map((t) => `t${t}`),
    }));
}

const isBelow = (a: FeedPosition, b: FeedPosition) =>
  a.publishedAt < b.publishedAt || (a.publishedAt.getTime() === b.publishedAt.getTime() && a.id < b.id);

/** All pages one after the other, as far as the feed says that there is a next one. */
async function readAll(db: Db, userId: string, given: Case, topicSlug: string | null) {
  const seen: { slug: string; isNew: boolean; isRead: boolean; reasons: string[] }[] = [];
  const { limit, few, quickScan, topicScan, unreadOnly } = given;
  let position: FeedPosition | null = null;
  for (;;) {
    const options = { position, limit, topicSlug, few, quickScan, topicScan, unreadOnly };
    const { items, lookedUpTo }: FeedRows = await listFeed(db, userId, options);
    for (const { slug, isNew, isRead, reasons } of items)
      seen.push({ slug, isNew, isRead, reasons: reasons.map((reason) => reason.slug) });
    const last = items.at(-1);
    const next: FeedPosition | null =
      last && items.length === limit ? { publishedAt: new Date(last.publishedAt), id: last.id } : lookedUpTo;
    if (!next) return seen;
    // Every page goes on: else this would never end.
    if (position) expect(isBelow(next, position)).toBe(true);
    position = next;
  }
}

/** Nothing followed, muted or published, and the bounds of every day. */
const PLAIN: Case = {
  ...{
    corpus: [],
    followed: [],
    snoozed: [],
    woken: [],
    muted: [],
    limit: 9,
    few: -1,
    quickScan: 2000,
    topicScan: 500,
  },
  ...{ unreadOnly: false, seenMinute: 1 },
};

describeOnEachDatabase('feed queries', (use) => {
  const runs = { numRuns: 90, seed: 71011 };

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

  test('T25 whoever has no account gets what a reader of the same topics gets, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { userId } = await store(use(), { ...given, muted: [], snoozed: [] });
        const rows = await use().select().from(topics);
        const ids = rows
          .filter(({ slug }) => given.followed.includes(Number(slug.slice(1))))
          .map(({ id }) => id);
        let position: FeedPosition | null = null;
        do {
          const options = { ...given, position, topicSlug: null, unreadOnly: false };
          const own: FeedRows = await listFeed(use(), userId, options);
          const preview: FeedRows = await listPreview(use(), ids, options);
          expect(preview).toEqual({
            ...own,
            items: own.items.map((item) => ({
              ...item,
              isNew: null,
              isRead: false,
              isSaved: false,
              changedSinceRead: false,
            })),
          });
          const last = own.items.at(-1);
          position =
            last && own.items.length === given.limit
              ? { publishedAt: new Date(last.publishedAt), id: last.id }
              : null;
        } while (position);
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test('T25 the new-count equals the new articles of the feed', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { userId, ids } = await store(use(), given);
        const whole = { ...given, unreadOnly: false };
        expect(await countNew(use(), userId)).toBe(oracle(whole, ids).filter((item) => item.isNew).length);
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test.each([
    ['the newest of each topic', [0]],
    ['all that came', [0, 1, 2]],
  ])('T25 the new-count is the same from %s', async (_way, followed) => {
    // Six in topic 0, of which one is muted by another topic and one came before the last visit.
    const corpus = Array.from({ length: 6 }, (_, i) => ({
      ...{ minute: i, visibleMinute: i === 0 ? 0 : 10 + i, isVisible: true, isRead: false },
      topics: i === 1 ? [0, 5] : [0],
    }));
    const { userId } = await store(use(), { ...PLAIN, corpus, followed, muted: [5], seenMinute: 5 });
    expect(await countNew(use(), userId)).toBe(4);
    const arrived = { after: at(13), topicSlug: null, unreadOnly: false };
    expect(await countArrived(use(), userId, arrived)).toBe(2);
    expect(await countArrived(use(), userId, { ...arrived, topicSlug: 't0' })).toBe(2);
    expect(await countArrived(use(), userId, { ...arrived, topicSlug: 't1' })).toBe(0);
  });

  test('the new-count stops at its cap', async () => {
    const corpus = Array.from({ length: NEW_COUNT_CAP + 20 }, (_, i) => ({
      minute: i,
      visibleMinute: 10 + i,
      topics: [i % 2, 2],
      isVisible: true,
      isRead: false,
    }));
    const given = { ...PLAIN, corpus, followed: [0, 1, 2], seenMinute: 1 };
    const { userId } = await store(use(), given);
    expect(await countNew(use(), userId)).toBe(NEW_COUNT_CAP);
  });

  test('what is read or muted is passed over within bounds: a page may be empty, and the next goes on below', async () => {
    const corpus = Array.from({ length: 85 }, (_, i) => ({
      ...{ minute: i, visibleMinute: i, topics: [5], isVisible: true, isRead: i > 4 },
    }));
    const given = { ...PLAIN, corpus, followed: [5], quickScan: 10, topicScan: 20, unreadOnly: true };
    const { userId, ids } = await store(use(), given);
    const options = { ...given, topicSlug: null, position: null };
    const first = await listFeed(use(), userId, options);
    expect(first.items).toEqual([]);
    // Ten of all articles, then twenty of the topic.
    expect(first.lookedUpTo).toEqual({ publishedAt: at(55), id: ids[55] });
    const second = await listFeed(use(), userId, { ...options, position: first.lookedUpTo });
    expect(second.items).toEqual([]);
    const third = await listFeed(use(), userId, { ...options, position: second.lookedUpTo });
    expect(third.items.map((item) => item.slug)).toEqual(['a4', 'a3', 'a2', 'a1', 'a0']);
    expect(third.lookedUpTo).toBeNull();
  });

  test('what stands beneath a muted topic is not looked at in vain', async () => {
    const corpus = Array.from({ length: 40 }, (_, i) => ({
      ...{ minute: i, visibleMinute: i, topics: [4], isVisible: true, isRead: false },
    }));
    const given = { ...PLAIN, corpus, followed: [4, 1], muted: [0], quickScan: 3, topicScan: 5 };
    const { userId } = await store(use(), given);
    const page = await listFeed(use(), userId, { ...given, topicSlug: null, position: null });
    expect(page).toMatchObject({ items: [], lookedUpTo: null });
  });

  test('the statements walk their indexes: nothing is sorted that grows with the paper', async () => {
    const { userId } = await store(use(), { ...PLAIN, followed: [0, 1], muted: [5] });
    await use().execute(`insert into articles (slug, headline, dek, body_html, word_count, section_id,
        source_hash, published_at, first_visible_at, is_visible, topic_ids)
      select 'p' || i, '', '', '', 0, t.id, '', at, at, true, array[t.id] from topics t,
        generate_series(1, 6000) i, lateral (select now() - i * interval '1 minute' as at) w where t.slug = 't0'`);
    await use().execute(`insert into article_topics (article_id, topic_id, is_direct, published_at,
        first_visible_at, is_visible)
      select id, topic_ids[1], true, published_at, first_visible_at, true from articles`);
    await use().execute('analyze');
    const page = { position: null, limit: 21, topicSlug: null };
    const plans = [
      await explain((db) => listFeed(db, userId, page)),
      await explain((db) => listFeed(db, userId, { ...page, unreadOnly: true })),
      await explain((db) => listPreview(db, [1, 2], page)),
      await explain((db) => countNew(db, userId)),
    ].join('\n');
    for (const index of ['articles_newest_idx', 'article_topics_newest_idx', 'article_topics_new_idx'])
      expect(plans).toContain(index);
    expect(plans).not.toMatch(/Sort Key: (articles|article_topics)(_\d+)?\./);
  });

  test('what every page of a reader asks is planned once, and not again for each reader', async ({
    skip,
  }) => {
    if (!(use().$client instanceof pg.Pool)) return skip();
    const { userId } = await store(use(), { ...PLAIN, followed: [0, 1], muted: [5] });
    // So many follows, of others, that what is known of this reader's looks worth planning for.
    await use().execute(`insert into users (id, email) select gen_random_uuid(), i || '@example.com'
      from generate_series(1, 3000) i`);
    await use().execute(
      'insert into follows (user_id, topic_id) select u.id, t.id from users u, topics t on conflict do nothing',
    );
    await use().execute('analyze');
    const page = { position: null, limit: 21, topicSlug: null };
    const session = { tokenHash: hashToken(await addSession(use(), userId)), now: new Date() };
    const asked = {
      feed_plain_24_2000_500: () => listFeed(use(), userId, page),
      feed_choosy_24_2000_500: () => listFeed(use(), userId, { ...page, unreadOnly: true }),
      count_new: () => countNew(use(), userId),
      count_arrived: () => countArrived(use(), userId, { after: at(0), topicSlug: null, unreadOnly: false }),
      list_follows: () => listFollows(use(), userId),
      find_me_of_session: () => findMe(use(), session),
      find_following_of_session: () => findFollowing(use(), session, null),
      feed_plain_24_2000_500_find_following_of_session: () => findFollowing(use(), session, 21),
      feed_plain_24_2000_500_of_session: () => listFeedOfSession(use(), session, page),
    };
    for (const [name, ask] of Object.entries(asked)) {
      const plannedFor = async () => {
        const { rows } = await use().execute<{ custom: string }>(
          `select custom_plans as custom from pg_prepared_statements where name = '${name}'`,
        );
        return Number(rows[0]?.custom ?? 0);
      };
      // PostgreSQL plans anew five times before it compares, and again when autovacuum brings new statistics.
      let added = 1;
      for (let round = 0; round < 5 && added > 0; round++) {
        const before = await plannedFor();
        for (let turn = 0; turn < 12; turn++) await ask();
        added = (await plannedFor()) - before;
      }
      expect([name, added]).toEqual([name, 0]);
    }
  });

  /** How the database would run the statement that `ask` sends. */
  async function explain(ask: (db: Db) => Promise<unknown>): Promise<string> {
    const sent: [string, unknown[]][] = [];
    const query = async (text: string, values: unknown[]) => {
      sent.push([text, values]);
      return { rows: [{ feed: { items: [], latestAt: null, lookedUpTo: null }, count: 0 }] };
    };
    await ask({ $client: { query } } as unknown as Db);
    const [text, values] = sent[0] ?? ['', []];
    const lines = await runPlanned<{ 'QUERY PLAN': string }>(use(), `explain (costs off) ${text}`, values);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }

  test('a visit never moves back', async () => {
    const given = { ...PLAIN, seenMinute: 9 };
    const { userId } = await store(use(), given);
    await saveVisit(use(), userId, at(3));
    const [visit] = await use().select().from(visits);
    expect(visit?.seenUpTo).toEqual(at(9));
  });
});
