import type { Db } from '@/db/client.ts';
import { getCountsAge, refreshTopicCounts } from '@/db/queries/topic-counts.ts';
import { log } from '@/lib/log.ts';

/** Counting takes at most one part in so many of the time: 1 %. */
const COST = 100;
/** How long a page waits for new figures. */
const PATIENCE_MS = 250;

type Counting = { lastMs: number; notBefore: number; running: Promise<void> | null };
const countings = new WeakMap<Db, Counting>();

/**
 * Sees to it that the figures of the editors' table are as new as they can be for 1 % of the
 * database's time: they are counted again once they are 100 times as old as counting took last. The
 * caller waits for that only where it is quick. Resolves to when they were counted, null for never.
 */
export async function freshenTopicCounts(db: Db): Promise<Date | null> {
  const counting = countings.get(db) ?? { lastMs: 0, notBefore: 0, running: null };
  countings.set(db, counting);
  const before = await getCountsAge(db);
  const isDue =
    performance.now() >= counting.notBefore && (before?.ageMs ?? Infinity) > COST * counting.lastMs;
  if (isDue) counting.running ??= count(db, counting);
  if (!counting.running || counting.lastMs >= PATIENCE_MS) return before?.countedAt ?? null;
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, PATIENCE_MS);
  await Promise.race([counting.running, patience.promise]);
  clearTimeout(timer);
  return (await getCountsAge(db))?.countedAt ?? null;
}

/** Never rejects: with older figures the table is still of use. */
async function count(db: Db, counting: Counting): Promise<void> {
  const startedAt = performance.now();
  try {
    await refreshTopicCounts(db);
  } catch (error) {
    log.error({ err: error }, 'the figures of topics could not be counted');
  }
  counting.lastMs = performance.now() - startedAt;
  counting.notBefore = performance.now() + COST * counting.lastMs;
  counting.running = null;
}
