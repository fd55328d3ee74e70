import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrate, openPglite, openPostgres } from './client.ts';
import { addArticle, addTopic, addUser } from './fixtures.ts';
import { follows } from './schema.ts';
import { createTestPglite } from './testing.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Long enough to be killed in, whatever else the machine does. */
const HALFWAY = 'create table half_made (id bigint);--> statement-breakpoint\nselect pg_sleep(60);';
/** For machines that do much else: a folder is a thousand files. */
const FOLDERS_MS = 300_000;
const server = process.env.TEST_DATABASE_URL ?? '';
const program = (name: string) => join(process.env.PG_BIN ?? '', name);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'your-globe-backup-'));
  mkdirSync(join(folder, 'data'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('T42 a copy of the embedded database’s folder has the same rows', { timeout: FOLDERS_MS }, async () => {
  await (await createTestPglite(join(folder, 'data', 'pg'))).close();
  const first = await openPglite(join(folder, 'data'));
  await fill(first.db);
  const before = await allRows(first.db);
  await first.close();
  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true });
  const second = await openPglite(join(folder, 'copy'));
  await migrate(second.db);
  expect(await allRows(second.db)).toEqual(before);
  await second.close();
});

test.skipIf(!server)('T42 a dump of PostgreSQL restores to the same rows', async () => {
  await withDatabase(async (from) => {
    await withDatabase(async (to) => {
      const first = openPostgres(from);
      await migrate(first.db);
      await fill(first.db);
      const before = await allRows(first.db);
      await first.close();
      const file = join(folder, 'dump');
      execFileSync(program('pg_dump'), ['--format=custom', `--file=${file}`, from]);
      execFileSync(program('pg_restore'), ['--no-owner', `--dbname=${to}`, file]);
      const second = openPostgres(to);
      await migrate(second.db);
      expect(await allRows(second.db)).toEqual(before);
      await second.close();
    });
  });
});

test('T42 a migration of the embedded database, killed halfway, can be run again', {
  timeout: FOLDERS_MS,
}, async () => {
  const data = join(folder, 'data');
  // As it is before its first migration.
  const empty = await createTestPglite(join(data, 'pg'));
  await empty.exec('drop schema public, drizzle cascade; create schema public');
  await empty.close();
  const migrations = halfMigrations();
  const client = join(import.meta.dirname, 'client.ts');
  const script = `const { openPglite, migrate } = await import(${JSON.stringify(client)});
    const { db } = await openPglite(${JSON.stringify(data)});
    const begin = db.$client.transaction.bind(db.$client);
    const tellHalfway = (text) => text.includes('pg_sleep') && console.log('halfway');
    db.$client.transaction = (work) => begin((tx) => work(new Proxy(tx, {
      get: (target, name) => typeof target[name] !== 'function' ? target[name]
        : (...given) => { if (typeof given[0] === 'string') tellHalfway(given[0]); return target[name](...given); },
    })));
    await migrate(db, ${JSON.stringify(migrations)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { db, close } = await openPglite(data);
  await expectMigrates(db);
  await close();
});

test.skipIf(!server)('T42 a migration of PostgreSQL, cut off halfway, can be run again', async () => {
  await withDatabase(async (url) => {
    const first = openPostgres(url);
    const broken = migrate(first.db, halfMigrations()).catch((error: unknown) => error);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await expect
      .poll(
        async () => {
          const cut = await other.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`,
          );
          return cut.rowCount;
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await other.end();
    expect(await broken).toBeInstanceOf(Error);
    await first.close();
    const second = openPostgres(url);
    await expectMigrates(second.db);
    await second.close();
  });
});

test.skipIf(!server)('a migration may take as long as a large paper needs, whatever a page may', async () => {
  await withDatabase(async (url) => {
    const { db, close } = openPostgres(url);
    await migrate(
      db,
      oneMoreMigration("create table told as select current_setting('statement_timeout') as most"),
    );
    const { rows } = await db.execute(sql`select most from told`);
    expect(rows).toEqual([{ most: '0' }]);
    await close();
  });
});

/** The migrations with one more that does not come to its end. */
const halfMigrations = () => oneMoreMigration(HALFWAY);

function oneMoreMigration(text: string): string {
  const copy = join(folder, 'migrations');
  cpSync(MIGRATIONS, copy, { recursive: true });
  const path = join(copy, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[];
  };
  const last = journal.entries.at(-1);
  if (!last) throw new Error('There are no migrations.');
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'half' });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(copy, 'half.sql'), text);
  return copy;
}

/** Nothing of the half is there, and the whole can be made and used. */
async function expectMigrates(db: Db): Promise<void> {
  await migrate(db);
  const { rows } = await db.execute(sql`select to_regclass('half_made') as found`);
  expect(rows).toEqual([{ found: null }]);
  await fill(db);
}

async function fill(db: Db): Promise<void> {
  const [reader, other] = [await addUser(db, 'Ada'), await addUser(db, 'Béla')];
  const parent = await addTopic(db, 'oceans', { name: 'Océans “deep”', aliases: ['Seas'] });
  const child = await addTopic(db, 'tides', { parentId: parent });
  await addArticle(db, 'spring-tide', [child, parent], { publishedAt: new Date('2026-11-01T08:00:00.123Z') });
  await db.insert(follows).values([
    { userId: reader, topicId: child },
    { userId: other, topicId: parent },
  ]);
}

/** Every row of every table, by table. */
async function allRows(db: Db): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await db.execute(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const result: Record<string, unknown[]> = {};
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await db.execute(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t order by 1`,
    );
    result[name] = rows;
  }
  expect(Object.values(result).flat().length).toBeGreaterThan(8);
  return result;
}

/** Runs `use` on an empty database of its own, dropped afterwards. */
async function withDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const name = `backup_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    await use(url.href);
  } finally {
    await run(`drop database ${name} with (force)`);
  }
}
