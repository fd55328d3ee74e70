/**
 * `npm run bench:seed -- --articles 1000000`: fills the database of DATABASE_URL with a large newsroom
 * (bench/newsroom.ts), for measurements. Never run it on a database that readers use.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, openPostgres } from '../db/client.ts';
import { FULL_SIZE, type Size, seedNewsroom } from './newsroom.ts';

const OPTIONS = {
  topics: { type: 'string' },
  articles: { type: 'string' },
  readers: { type: 'string' },
  'follows-each': { type: 'string' },
  'large-followers': { type: 'string' },
  'large-articles': { type: 'string' },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const url = process.env.DATABASE_URL;
if (!url) fail('Set DATABASE_URL to the PostgreSQL database to fill.');
const size: Size = {
  topics: count('topics', FULL_SIZE.topics),
  articles: count('articles', FULL_SIZE.articles),
  readers: count('readers', FULL_SIZE.readers),
  followsEach: count('follows-each', FULL_SIZE.followsEach),
  largeFollowers: count('large-followers', FULL_SIZE.largeFollowers),
  largeArticles: count('large-articles', FULL_SIZE.largeArticles),
};

const startedAt = performance.now();
const opened = openPostgres(url);
await migrate(opened.db);
await opened.close();
const client = new pg.Client({ connectionString: url });
await client.connect();
await seedNewsroom(
  (text) => client.query(text),
  size,
  (line) => process.stdout.write(`${line}\n`),
);
await client.end();
process.stdout.write(`Done in ${Math.round((performance.now() - startedAt) / 1000)} s.\n`);

function count(name: keyof typeof OPTIONS, usual: number): number {
  const text = values[name];
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,8}$/.test(text)) fail(`--${name} takes a number from 1 up.`);
  return Number(text);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
