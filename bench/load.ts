import autocannon from 'autocannon';

/** What a server answered under load. Latencies are in milliseconds. */
export type Load = { perSecond: number; p50: number; p99: number };
export type Target = { url: string; cookie?: string };

/** Who has not answered anything within so many seconds never will. */
const LONGEST_SECONDS = 16;

/**
 * Two targets under the same load, in turns, so that what else the machine does meets both alike.
 * @throws Error when an answer is not a 2xx, or does not come
 */
export async function loadInTurns(
  ours: Target,
  rival: Target,
  options: { connections: number; seconds: number; rounds: number },
): Promise<{ ours: Load; rival: Load }> {
  const mine: Load[] = [];
  const theirs: Load[] = [];
  for (let round = 0; round < options.rounds; round++) {
    mine.push(await load(ours, options));
    theirs.push(await load(rival, options));
  }
  return { ours: meanOf(mine), rival: meanOf(theirs) };
}

/** Requests one after the other on each connection, for so many seconds, or until there is an answer. */
export async function load(
  { url, cookie }: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const result = await untilAnswered(seconds, (duration) =>
    autocannon({ url, connections, duration, ...(cookie && { headers: { cookie } }) }),
  );
  const failures = failuresOf(result);
  if (failures > 0 || result.requests.total === 0)
    throw new Error(`${failures} of ${result.requests.total} requests for ${url} failed.`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

type Counts = Pick<autocannon.Result, 'errors' | 'timeouts' | 'non2xx'> & { requests: { total: number } };

/**
 * Measures for so many seconds; twice as long, and so on, as long as nothing has been answered by then: on a
 * machine that does much else a first answer may take longer than that, and is no failure.
 */
export async function untilAnswered<T extends Counts>(
  seconds: number,
  measure: (seconds: number) => Promise<T>,
): Promise<T> {
  const result = await measure(seconds);
  const isOver = result.requests.total > 0 || failuresOf(result) > 0 || seconds >= LONGEST_SECONDS;
  return isOver ? result : untilAnswered(seconds * 2, measure);
}

function failuresOf({ errors, timeouts, non2xx }: Counts): number {
  return errors + timeouts + non2xx;
}

function meanOf(loads: Load[]): Load {
  const mean = (pick: (one: Load) => number) => loads.reduce((sum, one) => sum + pick(one), 0) / loads.length;
  return {
    perSecond: mean((one) => one.perSecond),
    p50: mean((one) => one.p50),
    p99: mean((one) => one.p99),
  };
}
