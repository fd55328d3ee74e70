import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestPglite } from './testing.ts';
import { keepUp, tidyWhenDue } from './upkeep.ts';

const MB = 1024 * 1024;
let dir: string;
let client: PGlite;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'upkeep-'));
  client = await createTestPglite(dir);
  await client.exec(`create table "Odd name" (n int, words text)`);
  await client.exec('checkpoint');
});
afterEach(async () => {
  await client.close();
  rmSync(dir, { recursive: true });
});

/** Logs some megabytes, and leaves 10,000 dead rows. */
async function write(): Promise<void> {
  await client.exec(`insert into "Odd name" select n, repeat('x', 200) from generate_series(1, 10000) n`);
  await client.exec(`update "Odd name" set words = 'y'`);
}

async function bytesOfTable(): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_relation_size('"Odd name"')::float8 as bytes`,
  );
  return rows[0]?.bytes ?? 0;
}

test('once enough has been logged there is a checkpoint, and the room of dead rows is used again', async () => {
  expect(await tidyWhenDue(client, MB)).toBe(false);
  await write();
  expect(await tidyWhenDue(client, 100 * MB)).toBe(false);
  expect(await tidyWhenDue(client, MB)).toBe(true);
  expect(await tidyWhenDue(client, MB)).toBe(false);
  const { rows } = await client.query<{ n: number }>(
    `select reltuples::int as n from pg_class where relname = 'Odd name'`,
  );
  expect(rows).toEqual([{ n: 10_000 }]);
  const before = await bytesOfTable();
  await client.exec(`update "Odd name" set words = 'z' where n <= 5000`);
  expect(await bytesOfTable()).toBe(before);
});

test('it is looked after by itself, and no more once stopped', async () => {
  const checkpointed = () => statSync(join(dir, 'global', 'pg_control')).mtimeMs;
  const before = checkpointed();
  const stop = keepUp(client, 50, MB);
  await write();
  await vi.waitFor(() => expect(checkpointed()).toBeGreaterThan(before), { timeout: 10_000 });
  await stop();
  const last = checkpointed();
  await write();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(checkpointed()).toBe(last);
});
