/**
 * The HTTP server: checks each request, sets the headers every answer bears, hands it to Next, and
 * ends cleanly. Run by `npm start` (after the build) and `npm run dev`.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import createNext from 'next';
import { publishKey } from '../features/articles/publish-key.ts';
import { readSettings, type Settings, SettingsError } from '../lib/settings.ts';
import { watchContent } from '../server/content-watcher.ts';
import { type DirectHandler, sendDirectAnswer } from '../server/direct-answers.ts';
import { finishAnswer, sendNothing } from '../server/finished-answers.ts';
import { clientAddress, refuse } from '../server/guard.ts';
import {
  contentSecurityPolicy,
  EARLY_SCRIPT_SOURCE,
  isPersonalPath,
  OWN_WINDOW,
  securityHeaders,
} from '../server/headers.ts';
import { sendKeptAnswer } from '../server/kept-answers.ts';
import { packedFiles } from '../server/packed-files.ts';
import { isPageKept } from '../server/page-cache.ts';
import { pathOf } from '../server/request-path.ts';
import { sendUnavailable } from '../server/unavailable.ts';

const DRAIN_MS = 25_000;
const isDev = process.argv.includes('--dev');

const settings = prepareSettings();
const isHttps = settings.appUrl.startsWith('https:');
const ownHost = new URL(settings.appUrl).host;
/** Headers of every answer, and the policy of those that bring none. */
const everyHeader = Object.entries(securityHeaders(isHttps));
const preferPacked = packedFiles(process.env.NEXT_DIST_DIR ?? '.next');
const strictPolicy = contentSecurityPolicy([], { isHttps, isDev });

/** What the application and this file leave for each other (app/_server/start.ts). */
const hooks = globalThis as typeof globalThis & {
  yourGlobeStart?: PromiseWithResolvers<void>;
  yourGlobeClose?: () => Promise<void>;
  yourGlobeJobs?: { start(origin: string): void; stop(): Promise<void> };
  yourGlobeGate?: (
    path: string,
    cookieHeader: string,
  ) => Promise<{ status: 303; location: string } | { status: 404 | 503 } | null>;
  yourGlobeDirect?: Map<string, DirectHandler>;
};
hooks.yourGlobeStart = Promise.withResolvers();

const next = createNext({
  dev: isDev,
  dir: process.cwd(),
  hostname: settings.host,
  port: settings.port,
});
let isDraining = false;

// Next alone would serve, with errors, what could not be started.
await Promise.all([next.prepare(), hooks.yourGlobeStart.promise]).catch(fail);
const handle = next.getRequestHandler();
const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent) sendPlain(response, 500, 'Something went wrong on our side.');
    else response.destroy();
  });
});
// Slow senders are cut off; idle connections are kept a little longer than a proxy in front keeps them.
server.requestTimeout = 30_000;
server.headersTimeout = 15_000;
server.keepAliveTimeout = 65_000;
server.on('error', fail);
server.listen(settings.port, settings.host, () => void ready());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuse(request, settings);
  if (!refusal && !isDraining && sendKeptAnswer(request, response)) return;
  for (const [name, value] of everyHeader) response.setHeader(name, value);
  finishAnswer(request, response, strictPolicy);
  if (isDraining) {
    response.setHeader('Connection', 'close');
    return sendUnavailable(request, response);
  }
  if (refusal) {
    if (refusal.allow) response.setHeader('Allow', refusal.allow);
    return sendPlain(response, refusal.status, refusal.message);
  }

  const path = pathOf(request);
  const isPersonal = isPersonalPath(path);
  if (isPersonal) response.setHeader(...OWN_WINDOW);
  // Nothing behind here sees a Host or a forwarded address that the client made up.
  const { headers } = request;
  headers['x-client-address'] = clientAddress(headers, request.socket.remoteAddress, settings.trustedProxies);
  if (settings.mode === 'server') headers.host = ownHost;
  for (const name of [
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-forwarded-for',
    'forwarded',
    // A server may answer with the whole (RFC 9110, section 14.2); Next answers 500 to parts that are not there.
    'range',
  ]) {
    delete headers[name];
  }
  // Next reads a nonce from the request's policy: only ours may be there.
  delete headers['content-security-policy'];
  delete headers['content-security-policy-report-only'];
  const direct = request.method === 'GET' && !isDev ? hooks.yourGlobeDirect?.get(path) : undefined;
  if (direct) return sendDirectAnswer(request, response, direct);
  if (!isDev) preferPacked(request, response);
  // A page that is kept is there, whatever has become of the database.
  const isKept = !isPersonal && isPageKept(path);
  const instead = isKept ? null : await hooks.yourGlobeGate?.(path, headers.cookie ?? '');
  if (instead?.status === 503) return sendUnavailable(request, response);
  if (instead?.status === 303) return sendSeeOther(response, instead.location);
  if (instead?.status === 404 && sendNothing(request, response)) return;
  if (isDev || (isPersonal && instead?.status !== 404)) {
    const policy = contentSecurityPolicy(
      [`'nonce-${randomBytes(16).toString('base64')}'`, EARLY_SCRIPT_SOURCE],
      { isHttps, isDev },
    );
    headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
  }
  await handle(request, response);
}

function sendSeeOther(response: ServerResponse, location: string): void {
  response.statusCode = 303;
  response.setHeader('Location', location);
  response.setHeader('Cache-Control', 'private, no-store');
  response.end();
}

function sendPlain(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${message}\n`);
}

async function ready(): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const watcher = watchContent({
    contentDir: settings.contentDir,
    origin,
    key: publishKey(settings.secret),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  // Before the first publishing, which may take a while: readers are being answered already.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void shutDown(watcher.stop));
  await watcher.publishNow().catch((error: unknown) => {
    process.stderr.write(`The content folder could not be published: ${String(error)}\n`);
  });
  if (isDraining) return;
  announce(port);
  hooks.yourGlobeJobs?.start(origin);
}

/** Finishes what is being answered, refuses what comes, hands back jobs, closes the database, and ends with 0. */
async function shutDown(stopWatching: () => Promise<void>): Promise<void> {
  isDraining = true;
  setTimeout(() => process.exit(1), DRAIN_MS + 3_000).unref();
  const handingBack = hooks.yourGlobeJobs?.stop();
  await stopWatching();
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(force);
  await handingBack;
  await hooks.yourGlobeClose?.();
  process.exit(0);
}

function announce(port: number): void {
  const lines =
    settings.mode === 'local'
      ? [
          `Your Globe is at http://localhost:${port}`,
          `Sign in at    http://localhost:${port}/signin with any address; the mail arrives at http://localhost:${port}/mailbox`,
          `Editors       sign in as ${settings.adminEmails.join(', ')}`,
          `Articles      are the files in ${settings.contentDir}; a change there is on the site at once`,
        ]
      : [`Your Globe serves ${settings.appUrl} on port ${port}`];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}

/** Settings from the environment; in local mode the secret is made once and kept in the data folder. */
function prepareSettings(): Settings {
  try {
    const settings = readSettings(process.env);
    if (settings.mode === 'local' && !settings.secret) settings.secret = localSecret(settings.dataDir);
    // What Next's side of this process reads again (app/_server/start.ts).
    process.env.AUTH_SECRET = settings.secret;
    process.env.YOUR_GLOBE_SERVING = '1';
    return settings;
  } catch (error) {
    return fail(error);
  }
}

function localSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function fail(error: unknown): never {
  const problem = error as NodeJS.ErrnoException;
  const lines =
    error instanceof SettingsError
      ? ['Your Globe cannot start:', ...error.problems.map((line) => `  - ${line}`)]
      : problem.code === 'EADDRINUSE'
        ? [`Port ${settings.port} is taken. Choose another: PORT=3001 npm start`]
        : [`Your Globe cannot start: ${problem.message}`];
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
  process.exit(1);
}
