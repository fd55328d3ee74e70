import { describe, expect, test } from 'vitest';
import { arrivedBetween } from './use-show-arrivals.ts';

/** Articles published at these hours, each called by its hour. */
const feed = (...hours: number[]) =>
  hours.map((hour) => ({
    slug: `at-${hour}`,
    publishedAt: new Date(Date.UTC(2026, 10, 1, hour)).toISOString(),
  }));

describe('what came to a feed', () => {
  test('is what is there now and was not, wherever it stands', () => {
    expect(arrivedBetween(feed(8, 6, 4), feed(9, 8, 6, 5, 4))).toEqual(['at-9', 'at-5']);
    expect(arrivedBetween(feed(8, 6, 4), feed(8, 6, 4))).toEqual([]);
  });

  test('is not what stands below the end it had, which was not loaded yet', () => {
    expect(arrivedBetween(feed(8, 6, 4), feed(9, 8, 6, 4, 3, 2))).toEqual(['at-9']);
    // The last one has been withdrawn meanwhile.
    expect(arrivedBetween(feed(8, 6, 4), feed(9, 8, 6, 5, 3, 2))).toEqual(['at-9', 'at-5']);
  });

  test('is all there is where there was nothing', () => {
    expect(arrivedBetween([], feed(9, 8))).toEqual(['at-9', 'at-8']);
  });
});
