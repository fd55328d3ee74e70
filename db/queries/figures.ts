import { type Db, runLong, runNamed } from '../client.ts';

/** A refresh that takes longer than this is given up. */
const REFRESH_LIMIT_MS = 300_000;

/** Views with figures that are counted now and then, each with a `counted_at` in every row. */
export type Figures = 'topic_counts' | 'topic_insights';

/** When these figures were counted, and how long ago; null when there are none. */
export async function getFiguresAge(
  db: Db,
  figures: Figures,
): Promise<{ countedAt: Date; ageMs: number } | null> {
  const [row] = await runNamed<{ countedAt: Date; ageMs: number }>(
    db,
    `${figures}_age`,
    // The database's clock alone: that of this machine may differ.
    `select counted_at as "countedAt", (extract(epoch from clock_timestamp() - counted_at) * 1000)::float8 as "ageMs"
     from ${figures} limit 1`,
    [],
  );
  return row ?? null;
}

/** Counts these figures anew, while those before are being read. */
export async function refreshFigures(db: Db, figures: Figures): Promise<void> {
  await runLong(db, `refresh materialized view concurrently ${figures}`, REFRESH_LIMIT_MS);
}
