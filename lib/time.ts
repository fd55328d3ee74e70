const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const twoDigits = (value: number) => String(value).padStart(2, '0');

function parseInstant(iso: string): Date {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not an instant: ${iso}`);
  return instant;
}

/**
 * A date for readers, as lists show it: "12 January 2021".
 *
 * Always in UTC and always in these words, whatever the locale and zone of the machine: pages are cached
 * once for everyone, and the server and the browser must not disagree.
 * @param iso an instant in ISO 8601
 * @throws RangeError when it is not an instant
 */
export function formatDate(iso: string): string {
  const instant = parseInstant(iso);
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
}

/** `formatDate` for running text: no line ends within it. */
export function formatWholeDate(iso: string): string {
  return formatDate(iso).replaceAll(' ', '\u00a0');
}

/** A day within a year, with its weekday: "Friday, 4 December". Same promise and errors as `formatDate`. */
export function formatDay(iso: string): string {
  const instant = parseInstant(iso);
  return `${WEEKDAYS[instant.getUTCDay()]}, ${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]}`;
}

/** A clock time in UTC, 24 hours: "18:40 UTC". Same promise and errors as `formatDate`. */
export function formatClock(iso: string): string {
  const instant = parseInstant(iso);
  return `${twoDigits(instant.getUTCHours())}:${twoDigits(instant.getUTCMinutes())} UTC`;
}

/** Date and clock time for an article's head: "12 January 2021, 18:40 UTC". Same promise as `formatDate`. */
export function formatDateTime(iso: string): string {
  return `${formatDate(iso)}, ${formatClock(iso)}`;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * True for what was published within the day before a list was made, or since: beside it the date alone would
 * say too little to who looks many times a day. `madeAt` is in milliseconds.
 */
export function isOfTheDay(publishedAt: string, madeAt: number): boolean {
  return parseInstant(publishedAt).getTime() > madeAt - DAY_MS;
}

/**
 * When an article was updated, told in the fewest words: only the clock time when it was on the day of
 * publication, else the date too. Null when it was never updated, or not after it was published.
 */
export function formatUpdate(publishedAt: string, updatedAt: string | null): string | null {
  if (updatedAt === null) return null;
  if (parseInstant(updatedAt).getTime() <= parseInstant(publishedAt).getTime()) return null;
  return formatDate(updatedAt) === formatDate(publishedAt)
    ? formatClock(updatedAt)
    : formatDateTime(updatedAt);
}
