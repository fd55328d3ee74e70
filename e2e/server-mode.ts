import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { freePort } from '../lib/free-port.ts';
import { type Site, startSite } from './site.ts';
import { startSmtpSink } from './smtp-sink.ts';

/** A site on PostgreSQL that mails over SMTP, as in production. `mails()` are those the mail server took. */
export type ServerSite = Site & {
  /** What it was started with, to start it again: `startSite({ from: site, env: site.env })`. */
  env: Record<string, string>;
  /** Each mail as it came over the wire, newest first. */
  mailSources(): string[];
  /** Runs a statement on the site's database, past the site. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
};

/** The PostgreSQL server the tests may make databases on; without it, tests in server mode are skipped. */
export const databaseServer = process.env.TEST_DATABASE_URL;

/** What a site in server mode must be told, apart from its database and mail server. */
export function serverEnv(port: number): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    APP_URL: `http://localhost:${port}`,
    AUTH_SECRET: 'f3kQ9vTz1LxW7bNc5RmY2hJd8GpS4aUe',
    ADMIN_EMAILS: 'admin@example.com',
  };
}

/**
 * Starts a site in server mode on a database of its own. `through` gives the address the site is
 * to reach that database at, such as a proxy's.
 */
export async function startServerSite(
  options: { through?: (url: URL) => Promise<URL> } = {},
): Promise<ServerSite> {
  if (!databaseServer) throw new Error('TEST_DATABASE_URL is not set.');
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  await run(databaseServer, `create database ${name}`);
  const url = new URL(databaseServer);
  url.pathname = `/${name}`;
  const sink = await startSmtpSink();
  const port = await freePort();
  const cleanUp = async () => {
    await sink.close();
    await run(databaseServer, `drop database ${name} with (force)`);
  };
  try {
    const databaseUrl = (await (options.through?.(url) ?? url)).href;
    const env = { ...serverEnv(port), DATABASE_URL: databaseUrl, SMTP_URL: sink.url };
    const site = await startSite({ port, env });
    return {
      ...site,
      env,
      mails: sink.mails,
      mailSources: sink.sources,
      query: (text, values) => run(url.href, text, values),
      remove: async () => {
        await site.remove();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function run(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
