import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/lib/free-port.ts';
import { SERVE, SERVE_ENV } from '../scripts/server-process.mjs';

const HOME = join(process.cwd(), '.test', 'bench');
const NEXT = join(process.cwd(), 'node_modules', 'next', 'dist', 'bin', 'next');
const READY_MS = 120_000;
const TRY_MS = 20;

// Told to end, a process says nothing to those who wait for its exit, and what it serves would live on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A server that is measured. */
export type Served = {
  url: string;
  /** From its start to the first page it answered. */
  startedInMs: number;
  /** Resident memory now, in megabytes. */
  memory(): number;
  /** What of its heap is used, in megabytes; of a server that is `probed` alone. */
  heap(): number;
  /** Has a server that is `probed` give up all that it no longer needs. */
  collect(): void;
  end(): Promise<void>;
};

/**
 * Starts the site as it was built into NEXT_DIST_DIR: on this PostgreSQL, or, without one, on an
 * embedded database of its own, which `fill` may fill first. What readers' mails are, is not sent. One that
 * is `probed` tells of its heap.
 */
export async function serveSite(
  databaseUrl: string | null,
  { fill, isProbed = false }: { fill?: (dataDir: string) => Promise<void>; isProbed?: boolean } = {},
): Promise<Served> {
  const port = await freePort();
  const dataDir = join(HOME, `data-${port}`);
  mkdirSync(dataDir, { recursive: true });
  await fill?.(dataDir);
  const outside = {
    DATABASE_URL: databaseUrl ?? '',
    SMTP_URL: 'smtp://127.0.0.1:9',
    APP_URL: `http://localhost:${port}`,
    AUTH_SECRET: 'f3kQ9vTz1LxW7bNc5RmY2hJd8GpS4aUe',
    HOST: '127.0.0.1',
  };
  const probe = ['--expose-gc', '--import', join(import.meta.dirname, 'memory-probe.mjs')];
  const served = await start([...(isProbed ? probe : []), ...SERVE], port, '/healthz', {
    ...SERVE_ENV,
    DATA_DIR: dataDir,
    CONTENT_DIR: 'content',
    HEAP_FILE: join(dataDir, 'heap'),
    ...(databaseUrl && outside),
  });
  return {
    ...served,
    end: async () => {
      await served.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Builds the bare Next of `bench/bare` and starts it. */
export async function serveBare(): Promise<Served> {
  const dir = join(HOME, 'bare');
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'bare'), dir, { recursive: true });
  execFileSync(process.execPath, [NEXT, 'build'], { cwd: dir, env: environment({}), stdio: 'ignore' });
  const port = await freePort();
  return start([NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'], port, '/static', {}, dir);
}

async function start(
  args: string[],
  port: number,
  firstPath: string,
  env: Record<string, string>,
  cwd = process.cwd(),
): Promise<Served> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: environment({ PORT: String(port), ...env }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const killWithUs = () => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const url = `http://localhost:${port}`;
  await untilAnswered(`${url}${firstPath}`, child, startedAt + READY_MS);
  return {
    url,
    startedInMs: performance.now() - startedAt,
    memory: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    heap: () => Number(readFileSync(env.HEAP_FILE ?? '', 'utf8')) / 2 ** 20,
    collect: () => void child.kill('SIGUSR2'),
    end: async () => {
      process.off('exit', killWithUs);
      const isOver = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await isOver;
    },
  };
}

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME: home, NEXT_DIST_DIR } = process.env;
  return {
    ...{ PATH, HOME: home, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    ...(NEXT_DIST_DIR && { NEXT_DIST_DIR }),
    ...env,
  };
}

async function untilAnswered(url: string, child: ChildProcess, deadline: number): Promise<void> {
  while (performance.now() < deadline && child.exitCode === null) {
    const isThere = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  throw new Error(`Nothing answered at ${url}.`);
}
