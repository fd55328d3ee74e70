// setTimeout cannot wait longer than about 24.8 days, and a long wait misses changes of the clock.
const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;

/**
 * Runs `work` once the clock has reached a time, never before it: timers may fire a little early,
 * and the clock may be set back. `set` replaces the time that was waited for.
 */
export class DueTimer {
  #timer: NodeJS.Timeout | undefined;
  readonly #work: () => void;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Waits for `at`; null waits for nothing. */
  set(at: Date | null): void {
    clearTimeout(this.#timer);
    if (at === null) return;
    const wait = Math.min(Math.max(0, at.getTime() - Date.now()), MAX_WAIT_MS);
    this.#timer = setTimeout(() => (Date.now() < at.getTime() ? this.set(at) : this.#work()), wait);
    // The HTTP server keeps the process alive; a story due next week must not.
    this.#timer.unref();
  }
}
