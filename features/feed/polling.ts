const SHORTEST_MS = 60_000;
const LONGEST_MS = 5 * 60_000;

/** How long to wait before looking again, after so many looks in a row that found nothing more. */
export function pollDelayMs(quietLooks: number): number {
  return Math.min(SHORTEST_MS * 2 ** quietLooks, LONGEST_MS);
}

/**
 * Looks now and then while the page is on screen and online, ever more rarely while nothing comes, and
 * at once when the reader comes back to it. `look` resolves to what it found: `more`, `nothing`, or
 * `stop` when there is no sense in looking again. Returns the end. `firstMs` is the wait before the first.
 */
export function startPolling(look: () => Promise<'more' | 'nothing' | 'stop'>, firstMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quietLooks = 0;
  let isLooking = false;
  let isOver = false;

  const plan = (delayMs: number) => {
    clearTimeout(timer);
    const isThere = document.visibilityState === 'visible' && navigator.onLine;
    if (!isOver && !isLooking && isThere) timer = setTimeout(lookOnce, delayMs);
  };
  const lookOnce = async () => {
    isLooking = true;
    const found = await look();
    isLooking = false;
    if (found === 'stop') isOver = true;
    quietLooks = found === 'more' ? 0 : quietLooks + 1;
    plan(pollDelayMs(quietLooks));
  };
  const comeBack = () => {
    quietLooks = 0;
    plan(0);
  };
  const events: [EventTarget, string][] = [
    ...[[document, 'visibilitychange'] as [EventTarget, string]],
    ...['focus', 'online', 'offline'].map((name): [EventTarget, string] => [window, name]),
  ];
  for (const [target, name] of events) target.addEventListener(name, comeBack);
  plan(firstMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
    for (const [target, name] of events) target.removeEventListener(name, comeBack);
  };
}
