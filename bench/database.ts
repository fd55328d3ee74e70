import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type Db, migrate, type OpenDatabase, openPglite, openPostgres } from '@/db/client.ts';
import { type Size, seedNewsroom } from './newsroom.ts';
import { addReaders } from './readers.ts';

/** Marks a database that was filled to the end. */
const WHOLE = 'filled for measurements';

/**
 * A database of this size on the PostgreSQL server at `serverUrl`, filled if it is not there already,
 * with its statistics fresh.
 */
export async function benchDatabase(
  serverUrl: string,
  size: Size,
  say: (line: string) => void,
): Promise<OpenDatabase & { url: string }> {
  const name = `bench_${size.articles}_${size.readers}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (!(await isWhole(serverUrl, name))) {
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    await onServer(serverUrl, `create database ${name}`);
    await fill(url.href, size, say);
    await onServer(serverUrl, `comment on database ${name} is '${WHOLE}'`);
  }
  const opened = openPostgres(url.href);
  await migrate(opened.db);
  await addReaders(opened.db, size.topics);
  return { ...opened, url: url.href };
}

/** Which PostgreSQL this is, and what most decides how fast it is: its memory, and the pages that comes in. */
export async function describeServer(db: Db): Promise<string> {
  const { rows } = await db.execute<{ told: string }>(sql`
    select current_setting('server_version') || ' (shared_buffers ' || current_setting('shared_buffers')
      || ', huge_pages ' || current_setting('huge_pages') || ')' as told`);
  return rows[0]?.told ?? '';
}

/** Fills the embedded database of a data folder that nothing is in yet. */
export async function fillEmbedded(dataDir: string, size: Size, say: (line: string) => void): Promise<void> {
  const { db, close } = await openPglite(dataDir);
  await migrate(db);
  await seedNewsroom((text) => db.execute(sql.raw(text)), size, say);
  await addReaders(db, size.topics);
  await close();
}

async function fill(url: string, size: Size, say: (line: string) => void): Promise<void> {
  const opened = openPostgres(url);
  await migrate(opened.db);
  await opened.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await seedNewsroom((text) => client.query(text), size, say);
  await client.end();
}

async function isWhole(serverUrl: string, name: string): Promise<boolean> {
  const rows = await onServer(
    serverUrl,
    `select 1 from pg_database d join pg_shdescription c on c.objoid = d.oid
     where d.datname = '${name}' and c.description = '${WHOLE}'`,
  );
  return rows.length > 0;
}

async function onServer(serverUrl: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
