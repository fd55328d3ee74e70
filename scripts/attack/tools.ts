import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './findings.ts';
import type { Write } from './words.ts';

/** The two programs, and what each is told. Both are other people's, and are let at loopback only. */

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const TOOLS = ['ffuf', 'wapiti'];
const FFUF_SECONDS = 20;
const THREADS = 8;
const WAPITI = { scan: 25, eachModule: 5, whole: 300 };
/**
 * All of wapiti's attacks but these: `ssrf` and `xxe` need a server outside that is told of success,
 * `nikto`, `wapp` and `buster` come with lists that are not ours, `brute_login_form` guesses passwords,
 * of which there are none.
 */
const MODULES = [
  ...['backup', 'blindsql', 'cookieflags', 'crlf', 'csp', 'csrf', 'exec', 'file', 'htaccess', 'http_headers'],
  ...['methods', 'permanentxss', 'redirect', 'shellshock', 'sql', 'xss'],
];

/** Which of the tools are not installed. */
export function missingTools(): string[] {
  return TOOLS.filter((tool) => spawnSync(tool, ['-h'], { stdio: 'ignore' }).error !== undefined);
}

/** @throws Error when the address is not this machine's own */
export function assertLoopback(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' || !LOOPBACK.includes(hostname))
    throw new Error(`${url} is not on this machine, and nothing else is attacked.`);
}

/** Has ffuf ask for each address. */
export async function readWithFfuf(url: string, addresses: string[], folder: string): Promise<Finding[]> {
  const list = join(folder, 'addresses.txt');
  writeFileSync(list, addresses.map((address) => address.slice(1)).join('\n'));
  return ffuf(url, ['-u', `${url}/FUZZ`, '-w', list]);
}

/** Has ffuf send each body to its route. */
export async function writeWithFfuf(url: string, writes: Write[], folder: string): Promise<Finding[]> {
  const lists = { METHOD: 'method', PLACE: 'path', TYPE: 'type', BODY: 'body' } as const;
  const words = Object.entries(lists).flatMap(([keyword, field]) => {
    const list = join(folder, `${field}.txt`);
    writeFileSync(list, writes.map((write) => write[field].replace(/^\//, '')).join('\n'));
    return ['-w', `${list}:${keyword}`];
  });
  const request = ['-X', 'METHOD', '-u', `${url}/PLACE`, '-H', 'Content-Type: TYPE', '-d', 'BODY'];
  return ffuf(url, ['-mode', 'pitchfork', ...request, ...words]);
}

/** What is wrong with the answers, whoever looks at them sees (watch.ts). */
async function ffuf(url: string, args: string[]): Promise<Finding[]> {
  assertLoopback(url);
  const bounds = ['-maxtime', String(FFUF_SECONDS), '-t', String(THREADS), '-timeout', '20'];
  await run('ffuf', ['-s', '-mc', '599', ...bounds, ...args], FFUF_SECONDS + 30);
  return [];
}

type Report = Record<'vulnerabilities' | 'anomalies', Record<string, Flaw[]>>;
type Flaw = { method: string; path: string; parameter: string; info: string };

/** Has wapiti walk through the site from these pages, and attack what it finds. What it reports, is found. */
export async function scanWithWapiti(
  url: string,
  { by, folder, pages }: { by: string; folder: string; pages: string[] },
): Promise<Finding[]> {
  assertLoopback(url);
  const report = join(folder, 'wapiti.json');
  const bounds = [
    ...['--scope', 'folder', '-d', '5', '--max-links-per-page', '60', '--max-files-per-dir', '12'],
    ...['--max-scan-time', String(WAPITI.scan), '--max-attack-time', String(WAPITI.eachModule), '-t', '15'],
    ...pages.flatMap((path) => ['-s', `${url}${path}`]),
    // Else it would spend all of its time on the addresses of resized photos, of which each is another.
    ...['-r', 'url', '-r', 'w'],
    // Nothing leaves this machine: neither a report of a mistake of wapiti's nor a look at its makers' site.
    ...['--no-bugreport', '--endpoint', `${url}/`, '--flush-session'],
    ...['--store-session', join(folder, 'session'), '--store-config', join(folder, 'config')],
  ];
  const output = ['-f', 'json', '-o', report, '-v', '0'];
  await run('wapiti', ['-u', `${url}/`, '-m', MODULES.join(','), ...bounds, ...output], WAPITI.whole);
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([what, flaws]) =>
    flaws.map(({ method, path, parameter, info }) => ({
      ...{
        by,
        what,
        where: `${method} ${path}${parameter ? ` (${parameter})` : ''}`,
        detail: info.slice(0, 200),
      },
    })),
  );
}

/** @throws Error when it failed, or did not end in time */
async function run(tool: string, args: string[], seconds: number): Promise<void> {
  const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1_000 });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2_000);
    });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...end) => resolve(end));
  });
  if (code !== 0) throw new Error(`${tool} ended with ${code ?? signal}:\n${said}`);
}
