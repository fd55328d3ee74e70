import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repeat } from './repeat.ts';

const INTERVAL_MS = 1_000;
/** The folder of PostgreSQL's log, to which every change is written before it is written anywhere else. */
const LOG = 'pg_wal';
/** Written at each checkpoint, and at no other time. */
const CONTROL = join('global', 'pg_control');

/**
 * Asks the system every second to put what PGlite wrote on the disk (PGlite never calls fsync),
 * which bounds what a power cut can take to about the last second. The log is enough, since every change can be
 * made again from it, until a checkpoint says that a part of it is no longer needed: then the
 * thousand other files are looked at as well, all that was written since `openedMs`, which is before the
 * database was opened, or since the last such look. Returns the stop, which flushes once more.
 */
export function flushEverySecond(dir: string, openedMs: number): () => Promise<void> {
  let logFlushedUpTo = justBefore(openedMs);
  let allFlushedUpTo = logFlushedUpTo;

  const flush = async () => {
    const now = justBefore(Date.now());
    const grown = await changedAmong(await filesBelow(join(dir, LOG)), logFlushedUpTo);
    if (grown.length === 0) return;
    await sync(grown);
    const isCheckpointed = (await changedAmong([join(dir, CONTROL)], allFlushedUpTo)).length > 0;
    if (isCheckpointed) {
      await sync(await changedAmong(await filesBelow(dir), allFlushedUpTo));
      allFlushedUpTo = now;
    }
    // At the end: what failed is tried again in a second.
    logFlushedUpTo = now;
  };
  const stop = repeat(INTERVAL_MS, 'Putting the database on the disk', flush);
  return async () => {
    await stop();
    await flush();
  };
}

/** File times are coarser than the clock: what is written from `ms` on is not older than this. */
function justBefore(ms: number): number {
  return ms - 20;
}

async function sync(paths: string[]): Promise<void> {
  for (const path of paths) {
    const file = await unlessGone(open(path, 'r'));
    await file?.datasync().finally(() => file.close());
  }
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Those of these files that were written at or after this time. */
async function changedAmong(paths: string[], sinceMs: number): Promise<string[]> {
  const changed: string[] = [];
  for (const path of paths) {
    const found = await unlessGone(stat(path));
    if (found && found.mtimeMs >= sinceMs) changed.push(path);
  }
  return changed;
}

/** A file may go away between the listing and here; anything else is worth knowing. */
async function unlessGone<Found>(looking: Promise<Found>): Promise<Found | null> {
  return looking.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
