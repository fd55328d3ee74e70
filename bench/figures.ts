/** Times in milliseconds, summed up. */
export type Times = { p50: number; p99: number; count: number };

export function summarise(times: number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

/** Of several rounds the one whose slowest hundredth is in the middle. */
export function middleTimes(rounds: Times[]): Times {
  const sorted = rounds.toSorted((a, b) => a.p99 - b.p99);
  return sorted[Math.floor(sorted.length / 2)] ?? summarise([]);
}

/** Runs `deed` with 0, 1, … and takes the time of each, after some that are not counted: `warmUp`, or as many as are. */
export async function timeEach(
  count: number,
  warmUp: number,
  deed: (turn: number) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = [];
  const uncounted = Math.min(warmUp, count);
  for (let turn = 0; turn < uncounted + count; turn++) {
    const startedAt = performance.now();
    await deed(turn);
    if (turn >= uncounted) times.push(performance.now() - startedAt);
  }
  return summarise(times);
}

/**
 * One line of the report. `isMet` is null where there is no budget; `rival` is what was measured beside
 * it, in the same run.
 */
export type Row = { what: string; ours: string; rival?: string; budget?: string; isMet: boolean | null };
export type Section = { title: string; note: string; rows: Row[] };

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
