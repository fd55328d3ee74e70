import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { sql } from 'drizzle-orm';
import { drizzle as drizzlePg, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite, type PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { flushEverySecond } from './flush.ts';
import { lockDataDir } from './lock.ts';
import * as schema from './schema.ts';
import { keepUp } from './upkeep.ts';

type Schema = typeof schema;

/**
 * The database, PostgreSQL or the embedded PGlite; one dialect, one type. The type is that of
 * node-postgres because drizzle's two drivers differ only in the shape of raw results, which
 * nothing outside `runNamed` reads.
 */
export type Db = NodePgDatabase<Schema> & { $client: pg.Pool | PGlite };
/** A database or an open transaction on it: what query functions take. */
export type DbOrTx = Pick<
  Db,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | '$with' | 'with' | '$count'
>;

export type OpenDatabase = { db: Db; close(): Promise<void> };

/**
 * What PostgreSQL brings along and PGlite has to be given, and less of what it takes: of its 128 MB of
 * buffers all is written at each start, and what is not in them the system has in memory anyway.
 */
export const PGLITE_OPTIONS = {
  extensions: { pg_trgm },
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
};

const INT8 = 20;
const INT8_ARRAY = 1016;
const MAX_CONNECTIONS = 10;
/** Limits of a pool for pages, and of one for jobs, which nobody waits for at the other end. */
const PAGE_LIMITS = { max: MAX_CONNECTIONS, statement_timeout: 10_000, query_timeout: 11_000 };
const JOB_LIMITS = { max: 1, statement_timeout: 600_000, query_timeout: 610_000 };

/**
 * Opens PostgreSQL. Connections are tried for 5 s, statements end after 10 s and are waited for 11 s
 * (a network may fall silent, and then no end of a statement arrives), so that nothing hangs. `forJobs`
 * is one connection whose statements, and waits for locks, may take ten minutes.
 */
export function openPostgres(url: string, use: 'forPages' | 'forJobs' = 'forPages'): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    ...(use === 'forJobs' ? JOB_LIMITS : PAGE_LIMITS),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        pgParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks, idle or at work, is replaced by the pool, and whoever waited for it is told by
  // the query; without a listener it would end the process besides.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', releaseWhenBeginFails);
  const db = drizzlePg(pool, { schema, casing: 'snake_case' });
  return { db: db as Db, close: () => pool.end() };
}

/** drizzle (0.45) keeps a connection for ever whose `begin` failed; after ten of them the pool would be empty. */
function releaseWhenBeginFails(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown> | undefined;
  client.query = ((...args: unknown[]) => {
    const [statement] = args as [{ text?: string } | string | undefined];
    const text = typeof statement === 'string' ? statement : statement?.text;
    const running = query(...args);
    if (text?.startsWith('begin')) running?.catch((error: Error) => client.release(error));
    return running;
  }) as typeof client.query;
}

/**
 * Opens the embedded database in `dir`, alone: a second process is refused.
 * @throws AppError `conflict` when another process holds the folder
 */
export async function openPglite(dir: string): Promise<OpenDatabase> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const unlock = lockDataDir(dir);
  const files = join(dir, 'pg');
  const openedMs = Date.now();
  const client = await PGlite.create({ dataDir: files, ...PGLITE_OPTIONS });
  const stopFlushing = flushEverySecond(files, openedMs);
  const stopUpkeep = keepUp(client);
  return {
    db: fromPglite(client),
    close: async () => {
      await stopUpkeep();
      await client.close();
      await stopFlushing();
      unlock();
    },
  };
}

/** A drizzle database on an open PGlite. */
export function fromPglite(client: PGlite): Db {
  const db: PgliteDatabase<Schema> = drizzlePglite(client, { schema, casing: 'snake_case' });
  return db as unknown as Db;
}

/** Brings the schema up to date; safe to run again, and from several processes at once on PostgreSQL. */
export async function migrate(
  db: Db,
  migrationsFolder = join(process.cwd(), 'db', 'migrations'),
): Promise<void> {
  if (db.$client instanceof pg.Pool) {
    // A connection of its own without a page's limits: a large paper may take minutes. Its advisory lock, which
    // ends with it, has the migrations of two starting servers queue up.
    const { connectionString } = db.$client.options;
    const connection = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true });
    connection.on('error', () => undefined);
    await connection.connect();
    try {
      await connection.query('select pg_advisory_lock(71011)');
      await migratePg(drizzlePg(connection), { migrationsFolder });
    } finally {
      await connection.end();
    }
    return;
  }
  await migratePglite(db as unknown as PgliteDatabase<Schema>, { migrationsFolder });
}

/**
 * Runs a statement that is parsed and planned once per connection on PostgreSQL (a named prepared
 * statement; parsing dominates the feed query). int8 comes as number, timestamptz as Date, on both.
 */
export async function runNamed<Row>(db: Db, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return runQuery<Row>(db, { name, text, values });
}

/** The same for a statement of many shapes: it is planned anew each time, for the values it has. */
export async function runPlanned<Row>(db: Db, text: string, values: unknown[]): Promise<Row[]> {
  return runQuery<Row>(db, { text, values });
}

async function runQuery<Row>(
  db: Db,
  query: { name?: string; text: string; values: unknown[] },
): Promise<Row[]> {
  const client = db.$client;
  if (client instanceof pg.Pool) return (await client.query(query)).rows as Row[];
  const { text, values } = query;
  const result = await client.query<Row>(text, values);
  return result.rows;
}

export type Run = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

/**
 * Runs statements, each planned for the values it has, under settings of the database that hold for
 * them alone ("enable_seqscan = off"). `settings` are written into the statement: never of what people type.
 */
export async function runWithSettings<T>(
  db: Db,
  settings: string[],
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const client = db.$client;
  const setAll = settings.map((setting) => `set local ${setting};`).join(' ');
  if (!(client instanceof pg.Pool)) {
    return client.transaction(async (tx) => {
      await tx.exec(setAll);
      return work(async <Row>(text: string, values: unknown[]) => (await tx.query<Row>(text, values)).rows);
    });
  }
  const connection = await client.connect();
  let failure: Error | undefined;
  try {
    await connection.query(`start transaction read only; ${setAll}`);
    const result = await work(
      async <Row>(text: string, values: unknown[]) => (await connection.query(text, values)).rows as Row[],
    );
    await connection.query('commit');
    return result;
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    // A connection that something failed on is closed, and its transaction with it.
    connection.release(failure);
  }
}

/**
 * Runs a statement of its own that may take up to `limitMs`, longer than any of a page may. It gets one of
 * the database's processors, not several: pages are read meanwhile.
 */
export async function runLong(db: Db, statement: string, limitMs: number): Promise<void> {
  const client = db.$client;
  if (!(client instanceof pg.Pool)) {
    await client.exec(statement);
    return;
  }
  const connection = await client.connect();
  // The client's own limit has to be longer, or it would leave before the server gives up.
  const long = { text: statement, query_timeout: limitMs + 1_000 };
  try {
    await connection.query(`set statement_timeout = ${limitMs}; set max_parallel_workers_per_gather = 0`);
    await connection.query(long);
  } finally {
    // The connection is closed: the next one from the pool has the usual limits.
    connection.release(true);
  }
}

/** True when the database answers within its limits. */
export async function isReachable(db: Db): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

function pgParser(oid: number, format: 'text' | undefined): (value: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === INT8_ARRAY) return (value) => value.slice(1, -1).split(',').filter(Boolean).map(Number);
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}
