import { type Db, runLong, runNamed } from '../client.ts';

/** A refresh that takes longer than this is given up. */
const REFRESH_LIMIT_MS = 300_000;

/** When the figures of `topic_counts` were counted, and how long ago; null when there are none. */
export async function getCountsAge(db: Db): Promise<{ countedAt: Date; ageMs: number } | null> {
  const [row] = await runNamed<{ countedAt: Date; ageMs: number }>(
    db,
    'topic_counts_age',
    // The database's clock alone: that of this machine may differ.
    `select counted_at as "countedAt", (extract(epoch from clock_timestamp() - counted_at) * 1000)::float8 as "ageMs"
     from topic_counts limit 1`,
    [],
  );
  return row ?? null;
}

/** Counts followers and articles of every topic anew, while the figures before are being read. */
export async function refreshTopicCounts(db: Db): Promise<void> {
  await runLong(db, 'refresh materialized view concurrently topic_counts', REFRESH_LIMIT_MS);
}
