import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Db, openPostgres } from './client.ts';

/** A database of its own on a server for tests. */
export type TestPostgres = {
  name: string;
  db: Db;
  disconnect(): Promise<void>;
  /** Removes it, whoever is connected to it. */
  drop(): Promise<void>;
};

/** Makes a database on the server of `TEST_DATABASE_URL`: a copy of `template`, to which nobody may be connected, or an empty one. */
export async function createTestPostgres(template?: string): Promise<TestPostgres> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `create database ${name}${template ? ` template ${template}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const opened = openPostgres(url.href);
  return {
    name,
    db: opened.db,
    disconnect: opened.close,
    drop: () => runOn(server, `drop database ${name} with (force)`),
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
