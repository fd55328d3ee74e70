import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pollDelayMs, startPolling } from './polling.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const network = { onLine: true };
let looks = 0;
let found: 'more' | 'nothing' | 'stop' = 'nothing';
let end = () => {};
const look = async () => {
  looks += 1;
  return found;
};
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', network);
  page.visibilityState = 'visible';
  network.onLine = true;
  looks = 0;
  found = 'nothing';
  end = startPolling(look, 60_000);
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the wait doubles from one minute to five while nothing comes', async () => {
  expect([0, 1, 2, 3, 30].map(pollDelayMs)).toEqual([60_000, 120_000, 240_000, 300_000, 300_000]);
  await minutes(1);
  expect(looks).toBe(1);
  await minutes(1);
  expect(looks).toBe(1);
  await minutes(1);
  expect(looks).toBe(2);
  found = 'more';
  await minutes(4);
  expect(looks).toBe(3);
  await minutes(1);
  expect(looks).toBe(4);
});

test('a hidden or offline page asks nothing, and asks at once when it is back', async () => {
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  await minutes(30);
  expect(looks).toBe(0);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('focus'));
  await minutes(0);
  expect(looks).toBe(1);
  network.onLine = false;
  window.dispatchEvent(new Event('offline'));
  await minutes(30);
  expect(looks).toBe(1);
  network.onLine = true;
  window.dispatchEvent(new Event('online'));
  await minutes(0);
  expect(looks).toBe(2);
});

test('it ends when there is no sense in looking again, and when the page is left', async () => {
  found = 'stop';
  await minutes(60);
  window.dispatchEvent(new Event('focus'));
  await minutes(60);
  expect(looks).toBe(1);
  end();
  looks = 0;
  end = startPolling(look, 60_000);
  end();
  await minutes(60);
  expect(looks).toBe(0);
});
