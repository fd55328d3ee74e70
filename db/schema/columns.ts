import { timestamp } from 'drizzle-orm/pg-core';

/**
 * An instant with millisecond precision, so that a JavaScript `Date` round-trips exactly
 * and keyset cursors never skip a row between two microseconds.
 */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
