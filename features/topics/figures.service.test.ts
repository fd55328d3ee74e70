import { afterEach, expect, it, vi } from 'vitest';
import type { Db } from '@/db/client.ts';
import { freshenFigures, pauseAfter } from './figures.service.ts';

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

afterEach(() => vi.useRealTimers());

it('a page waits for the first figures there ever are, however slowly they are counted, and for later ones briefly', async () => {
  vi.useFakeTimers();
  const countedAt = new Date('2026-11-20T09:00:00.000Z');
  let age: { countedAt: Date; ageMs: number }[] = [];
  let counted = Promise.withResolvers<void>();
  const $client = { query: async () => ({ rows: age }), exec: () => counted.promise };
  const db = { $client } as unknown as Db;

  const first = freshenFigures(db, 'topic_insights');
  await vi.advanceTimersByTimeAsync(2_000);
  age = [{ countedAt, ageMs: 0 }];
  counted.resolve();
  expect(await first).toEqual(countedAt);

  age = [{ countedAt, ageMs: 3_600_000 }];
  counted = Promise.withResolvers();
  await vi.advanceTimersByTimeAsync(600_000);
  const later = freshenFigures(db, 'topic_insights');
  await vi.advanceTimersByTimeAsync(300);
  expect(await later).toEqual(countedAt);
  counted.resolve();
});

it('pages that come while figures are counted slowly have those before at once', async () => {
  vi.useFakeTimers();
  const countedAt = new Date('2026-11-20T09:00:00.000Z');
  const counted = Promise.withResolvers<void>();
  const rows = [{ countedAt, ageMs: 3_600_000 }];
  const db = { $client: { query: async () => ({ rows }), exec: () => counted.promise } } as unknown as Db;

  const first = freshenFigures(db, 'topic_counts');
  await vi.advanceTimersByTimeAsync(100);
  expect(await first).toEqual(countedAt);
  expect(await freshenFigures(db, 'topic_counts')).toEqual(countedAt);
  counted.resolve();
});
