import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushEverySecond } from './flush.ts';

const opened: string[] = [];
/** A path that cannot be opened just now. */
let failing: string | null = null;
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: (path: string, flags: string) => {
      if (path === failing) return Promise.reject(new Error('EIO'));
      opened.push(path);
      return real.open(path, flags);
    },
  };
});

let dir: string;
const log = () => join(dir, 'pg_wal', '000000010000000000000001');
const table = () => join(dir, 'base', '5', '16384');
const control = () => join(dir, 'global', 'pg_control');
const index = () => join(dir, 'base', '5', '16385');

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flush-'));
  mkdirSync(join(dir, 'pg_wal'));
  mkdirSync(join(dir, 'base', '5'), { recursive: true });
  mkdirSync(join(dir, 'global'));
  // As an opened database finds them.
  const before = new Date(Date.now() - 60_000);
  for (const path of [log(), control(), table(), index()]) {
    writeFileSync(path, 'x');
    utimesSync(path, before, before);
  }
  opened.length = 0;
  failing = null;
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the log is flushed within about a second, and alone until there is a checkpoint', async () => {
  const stop = flushEverySecond(dir, Date.now());
  writeFileSync(table(), 'y');
  writeFileSync(log(), 'y');
  await vi.waitFor(() => expect(opened).toEqual([log()]), { timeout: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(opened).toEqual([log()]);
  opened.length = 0;
  writeFileSync(control(), 'y');
  writeFileSync(log(), 'z');
  await vi.waitFor(() => expect(new Set(opened)).toEqual(new Set([log(), control(), table()])), {
    timeout: 5_000,
  });
  await stop();
});

test('what was written while the database was opened is flushed too, and what did not change is not', async () => {
  const openedMs = Date.now();
  for (const path of [table(), control(), log()]) writeFileSync(path, 'y');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stop = flushEverySecond(dir, openedMs);
  await stop();
  expect(new Set(opened)).toEqual(new Set([log(), control(), table()]));
});

test('while the log does not grow nothing is looked for, and what was written meanwhile is flushed when it does', async () => {
  const stop = flushEverySecond(dir, Date.now());
  writeFileSync(table(), 'y');
  writeFileSync(control(), 'y');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(opened).toEqual([]);
  writeFileSync(log(), 'y');
  await stop();
  expect(new Set(opened)).toEqual(new Set([log(), control(), table()]));
});

test('what could not be flushed is tried again, also when the log has not grown since', async () => {
  const stop = flushEverySecond(dir, Date.now());
  failing = table();
  for (const path of [table(), control(), log()]) writeFileSync(path, 'y');
  await vi.waitFor(() => expect(opened.filter((path) => path === log()).length).toBeGreaterThan(1), {
    timeout: 5_000,
  });
  expect(opened).not.toContain(table());
  failing = null;
  await vi.waitFor(() => expect(opened).toContain(table()), { timeout: 5_000 });
  await stop();
});
