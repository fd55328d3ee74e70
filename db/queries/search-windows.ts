/** The stretches of time that a search looks at, one after the other (ADR 012). */

const WEEK_SECONDS = 604_800;
const WEEKS_IN_YEAR = 52;
/** How many weeks back may be looked at; or else this year and the last, or everything. */
const WEEKS = [2, 10];

export type Window = {
  weeks: number;
  /** Those of `article_words` that stand for its time; null for all time. */
  lexemes: string | null;
  /** What is older is outside. */
  end: Date;
};

/** Wider and wider windows that end at `newest`; the last reaches back to `oldest`. */
export function windowsBetween(newest: Date, oldest: Date): Window[] {
  const [last = 0, first = 0] = [newest, oldest].map((date) =>
    Math.floor(date.getTime() / 1_000 / WEEK_SECONDS),
  );
  const all = last - first + 1;
  const year = Math.floor(last / WEEKS_IN_YEAR);
  const window = (weeks: number, lexemes: string[] | null): Window => ({
    weeks: Math.min(weeks, all),
    lexemes: lexemes?.join(' | ') ?? null,
    end: new Date((last - weeks + 1) * WEEK_SECONDS * 1_000),
  });
  const windows = WEEKS.map((weeks) =>
    window(
      weeks,
      Array.from({ length: weeks }, (_, back) => `'w:${last - back}'`),
    ),
  );
  windows.push(window((last % WEEKS_IN_YEAR) + 1 + WEEKS_IN_YEAR, [`'y:${year}'`, `'y:${year - 1}'`]));
  windows.push(window(all, null));
  return windows.slice(0, windows.findIndex(({ weeks }) => weeks >= all) + 1);
}

/**
 * These windows from the next one on that is worth looking at, where so many were `found` in so many `weeks`,
 * `wanted` of them: the first that promises twice a page, or else the widest, of those that promise `most` at
 * most; none where none does. So what is rare is not looked for step by step, and what is common not everywhere.
 */
export function worthLooking(
  windows: Window[],
  { weeks, found, wanted }: { weeks: number; found: number; wanted: number },
  page: number,
  most: number,
): Window[] {
  // As many a week as there may well be where so many were found (a Poisson distribution's upper bound).
  const atMost = (found + 2 * Math.sqrt(found) + 3) / weeks;
  const quick = windows.filter((window) => atMost * window.weeks <= (window.lexemes ? most : 2 * most));
  const next = quick.find((window) => (wanted / weeks) * window.weeks >= 2 * page) ?? quick.at(-1);
  return next ? windows.slice(windows.indexOf(next)) : [];
}
