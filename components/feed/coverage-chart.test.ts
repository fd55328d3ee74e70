import { expect, test } from 'vitest';
import { sentenceOf } from './coverage-chart.tsx';

const weeks = (...counts: number[]) =>
  counts.map((count, index) => ({
    startsOn: new Date(Date.UTC(2020, 0, 6 + 7 * index)).toISOString().slice(0, 10),
    count,
  }));

test('the sentence says from when to when, how many, and when the most', () => {
  expect(sentenceOf(weeks(1, 0, 5, 2), 8, false)).toBe(
    '8 articles from 6 January 2020 to 2 February 2020, most in the week of 20 January 2020: 5.',
  );
  expect(sentenceOf(weeks(2, 0, 2, 1), 5, false)).toBe(
    '5 articles from 6 January 2020 to 2 February 2020, at most 2 in a week.',
  );
  expect(sentenceOf(weeks(1_000, 3), 1_003, true)).toBe(
    'At least 1,003 articles from 6 January 2020 to 19 January 2020, in some weeks a thousand or more.',
  );
});
