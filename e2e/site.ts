import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../lib/free-port.ts';
import { SERVE, SERVE_ENV } from '../scripts/server-process.mjs';

const HOME = join(process.cwd(), '.test');
const READY_MS = 120_000;
const ADMINS = ['editor@example.com', ...Array.from({ length: 40 }, (_, n) => `editor-${n}@example.com`)];
let admins = 0;

/** The address of an admin who has not signed in to any site yet. */
export function nextAdmin(): string {
  const address = ADMINS[++admins];
  if (!address) throw new Error('No admin is left: name more of them in e2e/site.ts.');
  return address;
}

export type Mail = { to: string; subject: string; text: string; html: string };

/** A production server with data, content, mail and port of its own. */
export type Site = {
  url: string;
  port: number;
  dataDir: string;
  contentDir: string;
  process: ChildProcess;
  /** All the server printed so far. */
  output(): string;
  /** Writes an article file, as a newsroom does while readers look on. */
  publish(slug: string, fields: ArticleFields): void;
  /** Removes an article's file. */
  withdraw(slug: string): void;
  /** Mails written so far, newest first. */
  mails(): Mail[];
  /** Ends the server with this signal and resolves to its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends the server and removes its files. */
  remove(): Promise<void>;
};

export type ArticleFields = {
  headline: string;
  topics: string[];
  published?: Date;
  /** When it was changed in a way that those who have read it should know of. */
  changed?: Date;
  dek?: string;
  body?: string;
  section?: string;
  /** The name of a file of the starter content's photos. */
  photo?: string;
};

/** Where e2e/first-start.ts says which folder holds the data of a site that has been started once. */
export const STARTED_ONCE = 'YOUR_GLOBE_STARTED_ONCE';

/**
 * Starts a site and waits until it serves: on the data and content of one that has ended (`from`), or on data
 * of its own as a first start leaves it. `isFirst` has it make them itself, which takes twice as long.
 */
export async function startSite(
  options: {
    env?: Record<string, string>;
    from?: Site;
    port?: number;
    wait?: boolean;
    isFirst?: boolean;
  } = {},
): Promise<Site> {
  mkdirSync(HOME, { recursive: true });
  const folder = options.from ? join(options.from.dataDir, '..') : mkdtempSync(join(HOME, 'site-'));
  const dataDir = join(folder, 'data');
  const contentDir = join(folder, 'content');
  if (!existsSync(contentDir)) cpSync('content', contentDir, { recursive: true });
  const startedOnce = options.isFirst || options.env?.DATABASE_URL ? undefined : process.env[STARTED_ONCE];
  if (startedOnce && !existsSync(dataDir)) cpSync(startedOnce, dataDir, { recursive: true });
  const port = options.port ?? options.from?.port ?? (await freePort());
  const child = spawn(process.execPath, SERVE, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...SERVE_ENV,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // Some sixty servers are started one after another on the same sources.
      NODE_COMPILE_CACHE: join(HOME, 'compile-cache'),
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? '.test/next',
      PORT: String(port),
      DATA_DIR: dataDir,
      CONTENT_DIR: contentDir,
      // Several, because one address gets three sign-in mails in a quarter of an hour and no more.
      ADMIN_EMAILS: ADMINS.join(','),
      ...options.env,
    } as NodeJS.ProcessEnv,
  });
  // A test that runs out of time never comes to its end, and must leave no server behind.
  const killWithUs = () => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  let printed = '';
  const listen = (part: Buffer) => {
    printed += part.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

  const site: Site = {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    contentDir,
    process: child,
    output: () => printed,
    publish: (slug, fields) => writeFileSync(join(contentDir, 'articles', `${slug}.md`), articleFile(fields)),
    withdraw: (slug) => rmSync(join(contentDir, 'articles', `${slug}.md`)),
    mails: () => readMails(join(dataDir, 'mail')),
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exit;
    },
    remove: async () => {
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (options.wait !== false) await untilServing(site, exit);
  return site;
}

async function untilServing(site: Site, exit: Promise<number | null>): Promise<void> {
  const deadline = Date.now() + READY_MS;
  let isOver = false;
  void exit.then(() => {
    isOver = true;
  });
  // The address is printed once the content is loaded.
  while (!/Your Globe (is at|serves) /.test(site.output())) {
    if (isOver || Date.now() > deadline) throw new Error(`The site did not start:\n${site.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readMails(folder: string): Mail[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Mail);
}

function articleFile({
  headline,
  topics,
  published = new Date(),
  changed,
  dek,
  body,
  section = 'world',
  photo,
}: ArticleFields): string {
  const front = {
    headline,
    dek: dek ?? `What is known so far, and what it means for those who follow the matter: ${headline}.`,
    published: published.toISOString(),
    ...(changed && { updated: changed.toISOString(), changed: changed.toISOString() }),
    section,
    authors: ['nora-lindqvist'],
    topics,
    ...(photo && {
      photos: [
        {
          file: photo,
          alt: 'A place by the sea, seen from above on a clear day.',
          caption: `The place: ${headline}.`,
          credit: 'House',
        },
      ],
    }),
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body ?? 'A paragraph that says what happened.\n\nAnother that says why.'}\n`;
}
