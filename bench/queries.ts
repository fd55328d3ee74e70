import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client.ts';
import { readFeedCards } from '@/db/queries/cards.ts';
import { listFeed } from '@/db/queries/feed.ts';
import { countNew } from '@/db/queries/visits.ts';
import { middleTimes, ms, type Times, timeEach } from './figures.ts';
import { READER_CLASSES, readersOf } from './readers.ts';

/** Budgets of PERFORMANCE for the statements alone, p99. */
export const FEED_BUDGET_MS = 3;
export const COUNT_BUDGET_MS = 2;
const PAGE = 31;
const WARM_UP = 40;

export type QueryFigures = { readerClass: string; first: Times; unkept: Times; deep: Times; count: Times };

/** An odd number: one of them is in the middle. Minutes apart, since what else the machine does may last for one. */
const ROUNDS = 3;

/**
 * The statements of the feed and of the new-count, by kind of reader, one at a time on one connection; of each the
 * round whose slowest hundredth is in the middle.
 */
export async function measureQueries(db: Db, samples: number): Promise<QueryFigures[]> {
  const middle = await middleOf(db);
  const rounds: QueryFigures[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const figures: QueryFigures[] = [];
    for (const kind of READER_CLASSES) figures.push(await measureReaders(db, kind, middle, samples));
    rounds.push(figures);
  }
  return READER_CLASSES.map(({ name }, at) => {
    const inMiddle = (what: 'first' | 'unkept' | 'deep' | 'count') =>
      middleTimes(rounds.flatMap((figures) => figures[at]?.[what] ?? []));
    return {
      readerClass: name,
      first: inMiddle('first'),
      unkept: inMiddle('unkept'),
      deep: inMiddle('deep'),
      count: inMiddle('count'),
    };
  });
}

type Place = Awaited<ReturnType<typeof middleOf>>;

async function measureReaders(
  db: Db,
  kind: (typeof READER_CLASSES)[number],
  middle: Place,
  samples: number,
): Promise<QueryFigures> {
  const readers = readersOf(kind);
  const reader = (turn: number) => readers[turn % readers.length] ?? '';
  const page = (position: Place | null) => (turn: number) =>
    listFeed(db, reader(turn), { position, limit: PAGE, topicSlug: null });
  return {
    readerClass: kind.name,
    first: await timeEach(samples, WARM_UP, page(null)),
    unkept: await timeEach(samples, WARM_UP, async (turn) => {
      const { items } = await page(null)(turn);
      const ids = items.map((item) => item.id);
      await readFeedCards(db, ids);
    }),
    deep: await timeEach(samples, WARM_UP, page(middle)),
    count: await timeEach(samples, WARM_UP, (turn) => countNew(db, reader(turn))),
  };
}

/** A place with half of all articles above it. */
async function middleOf(db: Db): Promise<{ publishedAt: Date; id: number }> {
  const { rows } = await db.execute<{ at: string; id: number }>(sql`
    select published_at as at, id::int as id from articles where is_visible
    order by published_at, id offset (select count(*) / 2 from articles where is_visible) limit 1`);
  const [row] = rows;
  if (!row) throw new Error('There are no articles to measure.');
  return { publishedAt: new Date(row.at), id: row.id };
}

export const pair = ({ p50, p99 }: Times) => `${ms(p50)} / ${ms(p99)}`;
