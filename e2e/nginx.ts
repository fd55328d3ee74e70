import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../lib/free-port.ts';
import type { Site } from './site.ts';

/** An nginx that stands in front of a site as docs/nginx.conf has it. */
export type Nginx = {
  port: number;
  url: string;
  /** What is in its cache: the address, for how many seconds it is kept, and all that is kept of it. */
  kept(): { address: string; seconds: number; text: string }[];
  /** All lines it logged, of accesses and of errors. */
  log(): string;
  close(): Promise<void>;
};

/** The program, or undefined where there is none (Debian: `apt-get install nginx-light`). */
export const nginxProgram = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(
  (path) => existsSync(path),
);
const READY_MS = 10_000;
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Starts it on a port and with files of its own, and waits until it answers. */
export async function startNginx(site: Site): Promise<Nginx> {
  if (!nginxProgram) throw new Error('There is no nginx.');
  const folder = mkdtempSync(join(site.dataDir, '..', 'nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  mkdirSync(join(folder, 'cache'));
  writeFileSync(file, configuration(folder, port, site.port));
  const child = spawn(nginxProgram, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endWithUs = () => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const log = () =>
    ['error.log', 'access.log']
      .map((name) => join(folder, name))
      .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
      .join('');
  const close = async () => {
    process.off('exit', endWithUs);
    child.kill('SIGTERM');
    await exit;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + READY_MS;
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const said = log();
      await close();
      throw new Error(`nginx did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, url: `http://localhost:${port}`, kept: () => readCache(join(folder, 'cache')), log, close };
}

/** The operator's file with our ports and folders, within the frame that Debian's nginx.conf gives it. */
function configuration(folder: string, port: number, sitePort: number): string {
  const ours = readFileSync('docs/nginx.conf', 'utf8')
    .replace(/^ *(?:ssl_|listen \[).*\n/gm, '')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${sitePort};`)
    .replace('/var/cache/nginx/your-globe', join(folder, 'cache'))
    .replace('/var/log/nginx/your-globe.log', join(folder, 'access.log'));
  const temporary = TEMPORARY.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n');
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${join(folder, 'pid')};
events {}
http {
${temporary}
${ours}
}
`;
}

/** A file of the cache begins with its own head: 8 bytes each of version, end of validity, three more times, and now. */
function readCache(folder: string): ReturnType<Nginx['kept']> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const text = bytes.toString('latin1');
      const [, address = ''] = text.match(/^KEY: http:?(?:\/\/)?your_globe(.*)$/m) ?? [];
      return { address, seconds: Number(bytes.readBigInt64LE(8) - bytes.readBigInt64LE(40)), text };
    });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
