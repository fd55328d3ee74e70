import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushEverySecond } from './flush.ts';

const opened: string[] = [];
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: (path: string, flags: string) => {
      opened.push(path);
      return real.open(path, flags);
    },
  };
});

let dir: string;
const log = () => join(dir, 'pg_wal', '000000010000000000000001');
const table = () => join(dir, 'base', '5', '16384');
const index = () => join(dir, 'base', '5', '16385');

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flush-'));
  mkdirSync(join(dir, 'pg_wal'));
  mkdirSync(join(dir, 'base', '5'), { recursive: true });
  // As an opened database finds them.
  const before = new Date(Date.now() - 60_000);
  for (const path of [log(), table(), index()]) {
    writeFileSync(path, 'x');
    utimesSync(path, before, before);
  }
  opened.length = 0;
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what changed is flushed within about a second, and what did not is not', async () => {
  const stop = flushEverySecond(dir);
  writeFileSync(table(), 'y');
  writeFileSync(log(), 'y');
  await vi.waitFor(() => expect(opened.sort()).toEqual([table(), log()].sort()), { timeout: 5_000 });
  await stop();
});

test('while the log does not grow nothing is looked for, and what was written meanwhile is flushed when it does', async () => {
  const stop = flushEverySecond(dir);
  writeFileSync(table(), 'y');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(opened).toEqual([]);
  writeFileSync(log(), 'y');
  await stop();
  expect(opened.sort()).toEqual([table(), log()].sort());
});
