import { setImmediate } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { repeat } from './repeat.ts';

const EVERY_MS = 60_000;
const MAX_LOG_BYTES = 64 * 1024 * 1024;

/**
 * Does for the embedded database what PostgreSQL has processes of its own for, and PGlite has none: looks
 * every minute whether it is due. Returns the stop, which waits for what is being done.
 */
export function keepUp(client: PGlite, everyMs = EVERY_MS, maxLogBytes = MAX_LOG_BYTES): () => Promise<void> {
  return repeat(everyMs, 'The upkeep of the database', () => tidyWhenDue(client, maxLogBytes));
}

/**
 * Once the log has grown by `maxLogBytes` since the last checkpoint, clears each table of dead rows and counts
 * it for the planner, one at a time, because nothing else runs meanwhile. Then makes a checkpoint, so that the
 * log's files are used again: else they grow for as long as the server runs, and after a crash all of them are
 * read again, at some 100 MB a second. Resolves to whether it was due.
 */
export async function tidyWhenDue(client: PGlite, maxLogBytes: number): Promise<boolean> {
  const { rows: logs } = await client.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
  );
  if ((logs[0]?.bytes ?? 0) < maxLogBytes) return false;
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables",
  );
  for (const { name } of tables) {
    await setImmediate();
    await client.exec(`vacuum (analyze) ${name}`);
  }
  await client.exec('checkpoint');
  return true;
}
