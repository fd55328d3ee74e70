import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { fromPglite, migrate, PGLITE_OPTIONS } from './client.ts';
import { createTestPostgres } from './testing-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that holds a migrated and otherwise empty PGlite, as `loadDataDir` takes it. */
    migratedPglite: string;
    /** The name of such a database on the server of `TEST_DATABASE_URL`, to make others from. */
    migratedPostgres: string | null;
  }
}

/** Makes one migrated database of each kind before the tests run: theirs are copies, sooner made than migrated. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'your-globe-template-'));
  const file = join(folder, 'migrated.tar');
  const client = await PGlite.create(PGLITE_OPTIONS);
  await migrate(fromPglite(client));
  const dump = await client.dumpDataDir('none');
  await client.close();
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  project.provide('migratedPglite', file);
  const postgres = process.env.TEST_DATABASE_URL ? await createTestPostgres() : null;
  if (postgres) {
    await migrate(postgres.db);
    // Nothing may be connected to what is copied.
    await postgres.disconnect();
  }
  project.provide('migratedPostgres', postgres?.name ?? null);
  return async () => {
    rmSync(folder, { recursive: true });
    await postgres?.drop();
  };
}
