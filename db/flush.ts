import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const INTERVAL_MS = 1_000;
/** The folder of PostgreSQL's log, to which every change is written before it is written anywhere else. */
const LOG = 'pg_wal';

/**
 * Asks the system every second to put what PGlite wrote on the disk (PGlite never calls fsync),
 * which bounds what a power cut can take to about the last second. A database that rests costs nothing: its
 * thousand files are looked at only when its log has grown. Returns the stop, which flushes once more.
 */
export function flushEverySecond(dir: string): () => Promise<void> {
  let flushedUpTo = justNow();
  let running: Promise<void> | null = null;

  const flush = async () => {
    const since = flushedUpTo;
    if ((await changedFiles(join(dir, LOG), since)).length === 0) return;
    flushedUpTo = justNow();
    await syncChangedFiles(dir, since);
  };
  const timer = setInterval(() => {
    running ??= flush()
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  }, INTERVAL_MS);
  timer.unref();

  return async () => {
    clearInterval(timer);
    await running;
    await flush();
  };
}

/** File times are coarser than the clock: what is written from here on is not older than this. */
function justNow(): number {
  return Date.now() - 20;
}

async function syncChangedFiles(dir: string, sinceMs: number): Promise<void> {
  for (const path of await changedFiles(dir, sinceMs)) {
    const file = await unlessGone(open(path, 'r'));
    await file?.datasync().finally(() => file.close());
  }
}

/** The files below `dir` that were written at or after this time. */
async function changedFiles(dir: string, sinceMs: number): Promise<string[]> {
  const changed: string[] = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
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
