import { log } from '../lib/log.ts';

/**
 * Does `work` every `everyMs`, never twice at once, until the stop that is returned is called, which waits for
 * what is being done. What fails is done again at its next turn; the first failure in a row is logged as `what`.
 */
export function repeat(everyMs: number, what: string, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isFailing = false;
  const turn = async () => {
    try {
      await work();
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.error({ err: error }, `${what} failed and is tried again`);
      isFailing = true;
    } finally {
      running = null;
    }
  };
  const timer = setInterval(() => {
    running ??= turn();
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
