import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const INTERVAL_MS = 1_000;

/**
 * Asks the system every second to put what PGlite wrote on the disk (PGlite never calls fsync),
 * which bounds what a power cut can take to about the last second. Returns the stop, which flushes once more.
 */
export function flushEverySecond(dir: string): () => Promise<void> {
  let flushedUpTo = Date.now();
  let running: Promise<void> | null = null;

  const flush = async () => {
    const since = flushedUpTo;
    // File times are coarser than the clock on some systems: look a little further back.
    flushedUpTo = Date.now() - 20;
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

async function syncChangedFiles(dir: string, sinceMs: number): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      if ((await stat(path)).mtimeMs < sinceMs) continue;
      const file = await open(path, 'r');
      await file.datasync().finally(() => file.close());
    } catch (error) {
      // A file may go away between the listing and here; anything else is worth knowing.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
