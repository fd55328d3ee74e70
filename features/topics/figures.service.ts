import type { Db } from '@/db/client.ts';
import { type Figures, getFiguresAge, refreshFigures } from '@/db/queries/figures.ts';
import { log } from '@/lib/log.ts';

/** Counting takes at most one part in so many of the time: 1 % … */
const COST = 100;
/** … unless figures would be older than this; then as much as one part in ten. */
const STALE_MS = 10 * 60_000;
const HIGHEST_COST = 10;
/** How long after a count began pages wait for its figures, and how long one waits for the first there ever are. */
const PATIENCE_MS = 100;
const FIRST_PATIENCE_MS = 8_000;

type Counting = { startedAt: number; lastMs: number; notBefore: number; running: Promise<void> | null };
const countings: Record<Figures, WeakMap<Db, Counting>> = {
  topic_counts: new WeakMap(),
  topic_insights: new WeakMap(),
};

/**
 * Sees to it that these figures are as new as they can be for little of the database's time
 * (`pauseAfter`), and no newer than `leastMs`: they are counted again once they are older than both. The
 * caller waits for that only where it is quick, or where there are none yet. Resolves to when they were counted, null for never.
 */
export async function freshenFigures(db: Db, figures: Figures, leastMs = 0): Promise<Date | null> {
  const counting = countings[figures].get(db) ?? { startedAt: 0, lastMs: 0, notBefore: 0, running: null };
  countings[figures].set(db, counting);
  const before = await getFiguresAge(db, figures);
  const restMs = Math.max(leastMs, pauseAfter(counting.lastMs));
  const isDue = performance.now() >= counting.notBefore && (before?.ageMs ?? Infinity) > restMs;
  if (isDue) counting.running ??= count(db, figures, counting);
  const waitMs = before ? patienceFor(counting) : FIRST_PATIENCE_MS;
  if (!counting.running || waitMs <= 0) return before?.countedAt ?? null;
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, waitMs);
  await Promise.race([counting.running, patience.promise]);
  clearTimeout(timer);
  return (await getFiguresAge(db, figures))?.countedAt ?? null;
}

/**
 * How long nothing is counted after a count that took so long, in milliseconds: 100 times as long, but
 * ten minutes at most, since one slow count (the first, on a cold disk) says little of the next; and ten
 * times as long at least, however slow they are.
 */
export function pauseAfter(lastMs: number): number {
  return Math.min(COST * lastMs, Math.max(STALE_MS, HIGHEST_COST * lastMs));
}

/** None for a count that was slow before, or has been going on for longer. */
function patienceFor({ startedAt, lastMs }: Counting): number {
  return lastMs < PATIENCE_MS ? startedAt + PATIENCE_MS - performance.now() : 0;
}

/** Never rejects: older figures are still of use. */
async function count(db: Db, figures: Figures, counting: Counting): Promise<void> {
  counting.startedAt = performance.now();
  try {
    await refreshFigures(db, figures);
  } catch (error) {
    log.error({ err: error, figures }, 'figures could not be counted');
  }
  counting.lastMs = performance.now() - counting.startedAt;
  counting.notBefore = performance.now() + pauseAfter(counting.lastMs);
  counting.running = null;
}
