import { lte, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { rateLimits } from '../schema.ts';

/**
 * Counts one event in the window of `key`, opening a new window when there is none or it is over.
 * One statement, so that it is right however many servers count at once.
 * @returns the count with this event, and when the window ends
 */
export async function countEvent(
  db: DbOrTx,
  key: string,
  windowEnds: Date,
  now: Date,
): Promise<{ count: number; resetsAt: Date }> {
  const isOver = sql`${rateLimits.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: 1, resetsAt: windowEnds })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${isOver} then 1 else least(${rateLimits.count} + 1, 1000000) end`,
        resetsAt: sql`case when ${isOver} then excluded.resets_at else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, resetsAt: rateLimits.resetsAt });
  if (!row) throw new Error('An upsert returned no row.');
  return row;
}

/** Clears away windows that are over. */
export async function deleteEndedWindows(db: DbOrTx, now: Date): Promise<void> {
  await db.delete(rateLimits).where(lte(rateLimits.resetsAt, now));
}
