import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Db, fromPglite, migrate, openPostgres, PGLITE_EXTENSIONS } from './client.ts';

type TestDatabase = { db: Db; close(): Promise<void> };

/**
 * Runs a suite on a fresh, migrated PGlite, and again on a fresh PostgreSQL database when
 * `TEST_DATABASE_URL` names a server. `use()` gives the database once tests run.
 */
export function describeOnEachDatabase(name: string, suite: (use: () => Db) => void): void {
  const kinds: [string, () => Promise<TestDatabase>][] = [['PGlite', openTestPglite]];
  if (process.env.TEST_DATABASE_URL) kinds.push(['PostgreSQL', openTestPostgres]);
  describe.each(kinds)(`${name} (%s)`, (_kind, open) => {
    let opened: TestDatabase | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    suite(() => {
      if (!opened) throw new Error('The test database is not open yet: call use() inside a test or hook.');
      return opened.db;
    });
  });
}

/** A migrated database in memory. */
export async function openTestPglite(): Promise<TestDatabase> {
  const loadDataDir = new Blob([readFileSync(inject('migratedPglite'))]);
  const client = await PGlite.create({ extensions: PGLITE_EXTENSIONS, loadDataDir });
  return { db: fromPglite(client), close: () => client.close() };
}

/** A migrated database of its own on the server of `TEST_DATABASE_URL`, dropped on close. */
async function openTestPostgres(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const opened = openPostgres(url.href);
  await migrate(opened.db);
  return {
    db: opened.db,
    close: async () => {
      await opened.close();
      await runOn(server, `drop database ${name} with (force)`);
    },
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
