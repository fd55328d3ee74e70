import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '@/lib/log.ts';
import { repeat } from './repeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(log, 'error').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('work is never begun while it is still being done, and the stop waits for it', async () => {
  const turns: PromiseWithResolvers<void>[] = [];
  const stop = repeat(1_000, 'The work', () => {
    turns.push(Promise.withResolvers());
    return turns.at(-1)?.promise ?? Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(3_500);
  expect(turns).toHaveLength(1);
  turns[0]?.resolve();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(turns).toHaveLength(2);

  let isStopped = false;
  const stopped = stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(isStopped).toBe(false);
  turns[1]?.resolve();
  await stopped;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(turns).toHaveLength(2);
});

test('what fails is tried again, and told once until it has succeeded', async () => {
  const results = [new Error('one'), new Error('two'), null, new Error('three')];
  const stop = repeat(1_000, 'The work', async () => {
    const error = results.shift();
    if (error) throw error;
  });
  await vi.advanceTimersByTimeAsync(4_500);
  await stop();
  expect(results).toEqual([]);
  expect(
    vi.mocked(log.error).mock.calls.map(([told]) => (told as unknown as { err: Error }).err.message),
  ).toEqual(['one', 'three']);
});
