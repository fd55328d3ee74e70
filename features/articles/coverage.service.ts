import type { Db } from '@/db/client.ts';
import { listWeekCounts, type WeekRow } from '@/db/queries/coverage.ts';

const WEEKS = 52;
const COUNTED_PER_WEEK = 1_000;
/** Less than this is better told by the list of articles itself. */
const MIN_ARTICLES = 5;
const MIN_WEEKS = 3;

/** How much was published on a topic. */
export type Coverage = {
  /** 52 weeks, the last being that of the topic's newest article. */
  weeks: WeekRow[];
  total: number;
  /** Some week has so many that they were not counted to the end. */
  isAtLeast: boolean;
};

/**
 * Articles on a topic and everything beneath it, week by week in the year up to its newest article (not up
 * to today: the page is kept until something is published), or null when there is too little to show.
 */
export async function getCoverage(db: Db, topicId: number): Promise<Coverage | null> {
  const weeks = await listWeekCounts(db, topicId, WEEKS, COUNTED_PER_WEEK);
  const total = weeks.reduce((sum, week) => sum + week.count, 0);
  if (total < MIN_ARTICLES || weeks.filter((week) => week.count > 0).length < MIN_WEEKS) return null;
  return { weeks, total, isAtLeast: weeks.some((week) => week.count === COUNTED_PER_WEEK) };
}
