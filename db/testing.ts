import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Db, fromPglite, PGLITE_OPTIONS } from './client.ts';
import { createTestPostgres } from './testing-postgres.ts';

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
  const client = await createTestPglite();
  return { db: fromPglite(client), close: () => client.close() };
}

/** A migrated database in memory, or in this empty folder: a copy, which takes a fraction of a first start. */
export function createTestPglite(dataDir?: string): Promise<PGlite> {
  const loadDataDir = new Blob([readFileSync(inject('migratedPglite'))]);
  return PGlite.create({ ...PGLITE_OPTIONS, loadDataDir, ...(dataDir && { dataDir }) });
}

/** A migrated database of its own on the server of `TEST_DATABASE_URL`, dropped on close. */
async function openTestPostgres(): Promise<TestDatabase> {
  const { db, disconnect, drop } = await createTestPostgres(inject('migratedPostgres') ?? undefined);
  return {
    db,
    close: async () => {
      await disconnect();
      await drop();
    },
  };
}
