import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatUpdate,
  formatWholeDate,
  isOfTheDay,
} from './time.ts';

describe('times for readers', () => {
  it('writes a date in full, day first', () => {
    expect(formatDate('2021-01-12T18:40:00Z')).toBe('12 January 2021');
    expect(formatDate('2016-06-03T00:00:00.000Z')).toBe('3 June 2016');
    expect(formatWholeDate('2016-06-03T00:00:00.000Z')).toBe('3\u00a0June\u00a02016');
  });

  it('writes the clock in UTC, whatever the offset of the instant', () => {
    expect(formatDateTime('2021-01-12T18:40:00Z')).toBe('12 January 2021, 18:40 UTC');
    expect(formatDateTime('2020-12-31T22:05:00-05:00')).toBe('1 January 2021, 03:05 UTC');
  });

  it('names the weekday of a day that is near', () => {
    expect(formatDay('2026-12-04T00:00:00.000Z')).toBe('Friday, 4 December');
  });

  it('pads midnight and single digits', () => {
    expect(formatClock('2021-01-12T00:05:59.999Z')).toBe('00:05 UTC');
  });

  it('tells an update on the same day by the clock alone, and a later one with its date', () => {
    expect(formatUpdate('2021-01-12T18:40:00Z', '2021-01-12T21:15:00Z')).toBe('21:15 UTC');
    expect(formatUpdate('2021-01-12T18:40:00Z', '2021-01-13T01:00:00Z')).toBe('13 January 2021, 01:00 UTC');
  });

  it('tells no update when there was none after publication', () => {
    expect(formatUpdate('2021-01-12T18:40:00Z', null)).toBeNull();
    expect(formatUpdate('2021-01-12T18:40:00Z', '2021-01-12T18:40:00Z')).toBeNull();
    expect(formatUpdate('2021-01-12T18:40:00Z', '2021-01-11T18:40:00Z')).toBeNull();
  });

  it('tells what is of the day, wherever midnight is', () => {
    const madeAt = Date.parse('2026-11-26T01:00:00Z');
    expect(isOfTheDay('2026-11-26T00:59:00Z', madeAt)).toBe(true);
    expect(isOfTheDay('2026-11-25T01:00:01Z', madeAt)).toBe(true);
    expect(isOfTheDay('2026-11-25T01:00:00Z', madeAt)).toBe(false);
    // What has come since the list was made.
    expect(isOfTheDay('2026-11-26T08:00:00Z', madeAt)).toBe(true);
  });

  it('refuses what is not an instant', () => {
    expect(() => formatDate('yesterday')).toThrow(RangeError);
  });
});
