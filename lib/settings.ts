import { resolve } from 'node:path';
import { z } from 'zod';

const DEFAULT_PORT = 3000;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** How the server runs. Local: everything embedded, loopback only. Server: everything from outside. */
export type Settings = {
  mode: 'local' | 'server';
  host: string;
  port: number;
  /** Where readers find the site, without a trailing slash; every link in a mail starts with it. */
  appUrl: string;
  /** At least 32 characters; signs cursors and links. */
  secret: string;
  dataDir: string;
  contentDir: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
  /** The From address of every mail. */
  mailFrom: string;
  /** Normalised addresses that are admins from their first sign-in. */
  adminEmails: string[];
  /** How many proxies in front append to X-Forwarded-For (server mode). */
  trustedProxies: number;
};

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

const environment = z.object({
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(DEFAULT_PORT),
  APP_URL: url(['http:', 'https:']).optional(),
  AUTH_SECRET: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  CONTENT_DIR: z.string().default('content'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().optional(),
  ADMIN_EMAILS: z.string().default(''),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
});

/** Thrown with every mistake of a configuration at once, each saying what to set. */
export class SettingsError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/**
 * The settings of this process from its environment. Any of `DATABASE_URL`, `SMTP_URL` and
 * `APP_URL` asks for server mode, and then all of them are needed.
 * @throws SettingsError with all that is wrong
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => whatToSet(String(issue.path[0]))));
  }
  const given = parsed.data;
  const mode = given.DATABASE_URL || given.SMTP_URL || given.APP_URL ? 'server' : 'local';
  const problems = mode === 'server' ? serverProblems(given) : localProblems(given);
  if (problems.length > 0) throw new SettingsError(problems);

  const host = given.HOST ?? (mode === 'local' ? '127.0.0.1' : '0.0.0.0');
  const appUrl = (given.APP_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, '');
  const admins = given.ADMIN_EMAILS || (mode === 'local' ? 'editor@example.com' : '');
  return {
    mode,
    host,
    port: given.PORT,
    appUrl,
    secret: given.AUTH_SECRET ?? '',
    dataDir: resolve(given.DATA_DIR),
    contentDir: resolve(given.CONTENT_DIR),
    databaseUrl: given.DATABASE_URL ?? null,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? `Your Globe <no-reply@${new URL(appUrl).hostname}>`,
    adminEmails: admins
      .split(',')
      .map((address) => address.trim().normalize('NFKC').toLowerCase())
      .filter(Boolean),
    trustedProxies: given.TRUSTED_PROXIES,
  };
}

type Environment = z.infer<typeof environment>;

function serverProblems(given: Environment): string[] {
  const problems: string[] = [];
  if (!given.DATABASE_URL) problems.push(whatToSet('DATABASE_URL'));
  if (!given.SMTP_URL) problems.push(whatToSet('SMTP_URL'));
  if (!given.APP_URL) problems.push(whatToSet('APP_URL'));
  const secret = given.AUTH_SECRET ?? '';
  if (secret.length < 32 || new Set(secret).size < 10) problems.push(whatToSet('AUTH_SECRET'));
  return problems;
}

function localProblems(given: Environment): string[] {
  if (given.HOST && !LOOPBACK.includes(given.HOST)) {
    return [
      `HOST=${given.HOST} is a public address, but mails can be read at /mailbox in local mode. ` +
        'Leave HOST unset, or configure DATABASE_URL, SMTP_URL, APP_URL and AUTH_SECRET.',
    ];
  }
  return [];
}

/** What each variable must be, in words for whoever sets it. */
function whatToSet(name: string): string {
  const words: Record<string, string> = {
    PORT: 'PORT must be a number between 0 and 65535.',
    APP_URL: 'APP_URL must be the address readers use, such as https://news.example.com.',
    AUTH_SECRET: 'AUTH_SECRET must be at least 32 random characters. Make one with: openssl rand -base64 48',
    DATABASE_URL: 'DATABASE_URL must point at PostgreSQL, such as postgres://user:password@host:5432/name.',
    SMTP_URL: 'SMTP_URL must point at a mail server, such as smtps://user:password@host:465.',
    TRUSTED_PROXIES: 'TRUSTED_PROXIES must be the number of proxies in front of the server (0 to 10).',
  };
  return words[name] ?? `${name} is not valid.`;
}
