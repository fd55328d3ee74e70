import {
  contentProblemDto,
  type PublishResult,
  publishResultDto,
} from '../features/articles/publish-result.ts';
import { DueTimer } from './due-timer.ts';
import { watchFolder } from './folder-watch.ts';

const RETRY_MS = 5_000;
// What is due but held back by a mistake is tried again this often.
const HELD_BACK_MS = 30_000;
const REQUEST_MS = 120_000;

type Watching = {
  contentDir: string;
  /** Where this server answers itself, such as `http://127.0.0.1:3000`. */
  origin: string;
  /** The publishing key (`publishKey` in features/articles/publish-key.ts). */
  key: string;
  /** Takes one line for people to read: what was published, or a mistake as `file:line message`. */
  log: (line: string) => void;
};

export type ContentWatcher = {
  /**
   * Publishes the folder now, after any publishing that is under way.
   * @throws Error when the folder has mistakes (they have been logged) or the server does not answer
   */
  publishNow(): Promise<PublishResult>;
  /** Ends the watch and waits for a publishing that is under way. */
  stop(): Promise<void>;
};

/**
 * Publishes the content folder whenever it changes, and when a held-back article is due. Never
 * throws by itself: what fails is logged and tried again.
 */
export function watchContent({ contentDir, origin, key, log }: Watching): ContentWatcher {
  const stopping = new AbortController();
  let retry: NodeJS.Timeout | undefined;
  let waiting: Promise<PublishResult> | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let lastMistakes = '';

  const publishInBackground = () => {
    publishNow().catch((error: unknown) => {
      if (stopping.signal.aborted || error instanceof MistakesError) return;
      log(`Publishing failed and is tried again in ${RETRY_MS / 1_000} s: ${reason(error)}`);
      clearTimeout(retry);
      retry = setTimeout(publishInBackground, RETRY_MS);
      retry.unref();
    });
  };
  const due = new DueTimer(publishInBackground);
  const stopWatching = watchFolder(contentDir, publishInBackground);

  /** Calls that come while one runs share the next one, which reads the folder afresh. */
  function publishNow(): Promise<PublishResult> {
    waiting ??= running.then(() => {
      waiting = null;
      const request = publish();
      running = request.catch(() => undefined);
      return request;
    });
    return waiting;
  }

  async function publish(): Promise<PublishResult> {
    stopping.signal.throwIfAborted();
    const response = await fetch(new URL('/api/internal/publish', origin), {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    if (response.status === 422) {
      const problem = contentProblemDto.parse(await response.json());
      scheduleNext(problem.nextDueAt);
      const lines = problem.mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`);
      const text = [`${problem.title} Nothing of it was published:`, ...lines].join('\n');
      // The same mistakes are not told again at every try.
      if (text !== lastMistakes) for (const line of text.split('\n')) log(line);
      lastMistakes = text;
      throw new MistakesError(problem.title);
    }
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const result = publishResultDto.parse(await response.json());
    lastMistakes = '';
    scheduleNext(result.nextDueAt);
    const words = summary(result);
    if (words) log(words);
    return result;
  }

  function scheduleNext(at: Date | null): void {
    if (stopping.signal.aborted) return;
    const isOverdue = at !== null && at.getTime() <= Date.now();
    due.set(isOverdue ? new Date(Date.now() + HELD_BACK_MS) : at);
  }

  return {
    publishNow,
    async stop() {
      stopping.abort();
      stopWatching();
      due.set(null);
      clearTimeout(retry);
      await running;
      await waiting?.catch(() => undefined);
    },
  };
}

/** The folder has mistakes, which have been logged. */
class MistakesError extends Error {}

/** "Published: 2 added, 1 changed", or nothing when nothing happened. */
function summary({ added, changed, withdrawn, released }: PublishResult): string {
  const counts = Object.entries({ added, changed, withdrawn, released }).filter(
    ([, slugs]) => slugs.length > 0,
  );
  if (counts.length === 0) return '';
  const named = counts.map(
    ([what, slugs]) => `${slugs.length} ${what}${slugs.length <= 3 ? ` (${slugs.join(', ')})` : ''}`,
  );
  return `Published: ${named.join(', ')}.`;
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
