import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DueTimer } from './due-timer.ts';

const START = new Date('2022-01-01T00:00:00Z');
const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

test('T20 runs when the time has come, not a millisecond before', () => {
  const work = vi.fn();
  new DueTimer(work).set(new Date(START.getTime() + HOUR));
  vi.advanceTimersByTime(HOUR - 1);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
});

test('T20 waits on when the clock was set back meanwhile', () => {
  const work = vi.fn();
  new DueTimer(work).set(new Date(START.getTime() + HOUR));
  vi.setSystemTime(START.getTime() - HOUR);
  vi.advanceTimersByTime(HOUR);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(HOUR);
  expect(work).toHaveBeenCalledOnce();
});

test('waits longer than a timer can', () => {
  const work = vi.fn();
  new DueTimer(work).set(new Date(START.getTime() + 60 * 24 * HOUR));
  vi.advanceTimersByTime(60 * 24 * HOUR - 1);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
});

test('a new time replaces the one before, and null takes it away', () => {
  const work = vi.fn();
  const timer = new DueTimer(work);
  timer.set(new Date(START.getTime() + HOUR));
  timer.set(new Date(START.getTime() + 2 * HOUR));
  vi.advanceTimersByTime(HOUR);
  expect(work).not.toHaveBeenCalled();
  timer.set(null);
  vi.advanceTimersByTime(2 * HOUR);
  expect(work).not.toHaveBeenCalled();
});
