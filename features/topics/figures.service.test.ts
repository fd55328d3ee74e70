import { expect, it } from 'vitest';
import { pauseAfter } from './figures.service.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

it.each([
  [0, 0],
  [SECOND_MS, 100 * SECOND_MS],
  [6 * SECOND_MS, 10 * MINUTE_MS],
  // One slow count does not leave figures stale for hours …
  [60 * SECOND_MS, 10 * MINUTE_MS],
  // … and counts that are always slow leave the database nine tenths of its time.
  [5 * MINUTE_MS, 50 * MINUTE_MS],
])('after a count of %i ms there is a pause of %i ms', (lastMs, pauseMs) => {
  expect(pauseAfter(lastMs)).toBe(pauseMs);
});
