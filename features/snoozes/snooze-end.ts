/** For how long, or until when: `until` is a day (`2026-12-04`) or an instant (ISO 8601). */
export type SnoozeWish = { for: 'day' | 'week' } | { until: string };

const DAY_MS = 24 * 60 * 60_000;
const SPANS_MS = { day: DAY_MS, week: 7 * DAY_MS };
const DAY_OR_INSTANT = /^\d{4}-\d\d-\d\d(T.+Z)?$/;

/**
 * When a snooze asked for at `now` ends; a day begins at midnight UTC, as every date of the site does.
 * Null for what is no time to come, or more than a year away.
 */
export function snoozeEnd(wish: SnoozeWish, now: Date): Date | null {
  if ('for' in wish) return new Date(now.getTime() + SPANS_MS[wish.for]);
  if (!DAY_OR_INSTANT.test(wish.until)) return null;
  const end = new Date(wish.until);
  return end > now && end <= inAYear(now) ? end : null;
}

/** The first and the last day that `until` takes, for a date field. */
export function snoozeDays(now: Date): { first: string; last: string } {
  return { first: isoDay(new Date(now.getTime() + DAY_MS)), last: isoDay(inAYear(now)) };
}

function inAYear(now: Date): Date {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() + 1);
  return then;
}

const isoDay = (at: Date) => at.toISOString().slice(0, 10);
