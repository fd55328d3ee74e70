import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const QUIET_MS = 150;
const MAX_DELAY_MS = 2_000;
const POLL_MS = 30_000;

/**
 * Calls `changed` when something in `dir` may have changed: 150 ms after the last of a burst of
 * events (at the latest 2 s after the first), and when a look every 30 s finds other names, sizes
 * or times, because some file systems report no events. Returns the stop.
 */
export function watchFolder(dir: string, changed: () => void): () => void {
  let seen: string | null = null;
  let firstEventAt: number | null = null;
  let quiet: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let isStopped = false;

  const fire = () => {
    firstEventAt = null;
    changed();
  };
  const onEvent = () => {
    if (isStopped) return;
    firstEventAt ??= Date.now();
    clearTimeout(quiet);
    const left = firstEventAt + MAX_DELAY_MS - Date.now();
    quiet = setTimeout(fire, Math.max(0, Math.min(QUIET_MS, left)));
  };
  const open = () => {
    try {
      watcher = watch(dir, { recursive: true, persistent: false }, onEvent);
      // A watched folder may go away; the next look opens it again.
      watcher.on('error', close);
    } catch {
      watcher = undefined;
    }
  };
  const close = () => {
    watcher?.close();
    watcher = undefined;
  };
  const look = async () => {
    const found = await listFolder(dir);
    if (isStopped) return;
    if (seen !== null && found !== seen) onEvent();
    seen = found;
    if (!watcher) open();
  };
  open();
  const poll = setInterval(look, POLL_MS);
  poll.unref();
  void look();

  return () => {
    isStopped = true;
    clearTimeout(quiet);
    clearInterval(poll);
    close();
  };
}

/** Names, sizes and times of all files below `dir`, as one string to compare; empty if there is no such folder. */
async function listFolder(dir: string): Promise<string> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  const lines = await Promise.all(
    names.sort().map(async (name) => {
      const found = await stat(join(dir, name)).catch(() => null);
      return found?.isFile() ? `${name}\t${found.size}\t${found.mtimeMs}` : name;
    }),
  );
  return lines.join('\n');
}
