import { join } from 'node:path';
import { migrate, type OpenDatabase, openPglite, openPostgres } from '@/db/client.ts';
import { isConnectionError } from '@/db/errors.ts';
import { createMailer } from '@/features/mail/mail.service.ts';
import { readSettings, type Settings } from '@/lib/settings.ts';
import { GET as getNewCount } from '../api/feed/new-count/route.ts';
import { GET as getFeed } from '../api/feed/route.ts';
import { GET as getMe } from '../api/me/route.ts';
import { setContext } from './context.ts';
import { gate } from './gate.ts';
import { openJobs } from './jobs.ts';

const CONNECT_TRIES = 15;
const CONNECT_PAUSE_MS = 2_000;

/** What the HTTP server (scripts/serve.ts) waits for: it is not bundled and cannot import from here. */
type Waiting = typeof globalThis & {
  yourGlobeStart?: { resolve(): void; reject(reason: unknown): void };
};

/** What readers ask for many times a day, and the HTTP server answers without Next (ADR 015). */
const direct = new Map([
  ['/api/feed', getFeed],
  ['/api/feed/new-count', getNewCount],
  ['/api/me', getMe],
]);

/**
 * Opens the database, brings its schema up to date and gives the routes their context. Runs once,
 * before the first request. Never throws: Next would log that and go on, so what went wrong is
 * handed to the HTTP server, which ends the process with it.
 */
export async function startApp(): Promise<void> {
  const waiting = (globalThis as Waiting).yourGlobeStart;
  await openApp().then(
    () => waiting?.resolve(),
    (error: unknown) => waiting?.reject(error),
  );
}

async function openApp(): Promise<void> {
  const settings = readSettings(process.env);
  const opened = await openDatabase(settings);
  setContext({ db: opened.db, settings, mailer: createMailer(settings) });
  // These too the HTTP server finds by name.
  Object.assign(globalThis, {
    yourGlobeClose: opened.close,
    yourGlobeDirect: direct,
    yourGlobeGate: gate,
    yourGlobeJobs: openJobs(opened.db, settings),
  });
}

async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (!settings.databaseUrl) {
    const opened = await openPglite(settings.dataDir);
    await migrate(opened.db, join(process.cwd(), 'db', 'migrations'));
    return opened;
  }
  const opened = openPostgres(settings.databaseUrl);
  for (let tries = 1; ; tries++) {
    try {
      await migrate(opened.db);
      return opened;
    } catch (error) {
      // The database may be starting too; anything but its absence is an error at once.
      if (!isConnectionError(error) || tries === CONNECT_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS));
    }
  }
}
