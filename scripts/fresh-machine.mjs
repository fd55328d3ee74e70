// `npm run fresh-machine`: the two commands of the README as they run for someone who has nothing yet: in a
// new clone of what is committed here, with a home and an npm cache of its own. Says how long each took, and
// fails where the first page takes more than five minutes or the tests more than twenty (PERFORMANCE).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, root, say, stop } from './tooling.mjs';

const START_LIMIT_MS = 5 * 60_000;
const TEST_LIMIT_MS = 20 * 60_000;
const TRY_MS = 250;

const folder = mkdtempSync(join(tmpdir(), 'your-globe-fresh-'));
const clone = join(folder, 'your-globe');
const home = join(folder, 'home');
mkdirSync(home);
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

await finish(command('git', ['clone', '--quiet', root, clone], folder));
const startMs = await timed(untilServed);
report('npm start, to the first page', startMs, START_LIMIT_MS);
const testMs = process.argv.includes('--start-only') ? 0 : await timed(() => finish(npm('test')));
if (testMs) report('npm test', testMs, TEST_LIMIT_MS);
process.exit(startMs <= START_LIMIT_MS && testMs <= TEST_LIMIT_MS ? 0 : 1);

/** Runs `npm start` until the front page is there with its articles, and ends it. */
async function untilServed() {
  const port = await freePort();
  const server = npm('start', { PORT: String(port) });
  const deadline = Date.now() + START_LIMIT_MS * 2;
  while (!(await isThere(`http://localhost:${port}/`))) {
    if (server.exitCode !== null || Date.now() > deadline) stop('npm start did not come to serve a page.');
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  // npm hands no signal on, so the whole group gets it.
  process.kill(-server.pid, 'SIGTERM');
  await new Promise((resolve) => server.once('close', resolve));
}

function isThere(url) {
  return fetch(url).then(
    async (answer) => answer.ok && (await answer.text()).includes('href="/article/'),
    () => false,
  );
}

function npm(script, env = {}) {
  return command('npm', ['run', script], clone, env);
}

/** With nothing of this process's surroundings but the path, the language and how to reach a registry. */
function command(program, args, cwd, env = {}) {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|LANG|LC_.*|CI|https?_proxy|no_proxy|npm_config_(registry|cafile)|NODE_EXTRA_CA_CERTS|CHROMIUM_PATH)$/i.test(
      name,
    ),
  );
  return spawn(program, args, {
    cwd,
    env: { ...Object.fromEntries(kept), HOME: home, npm_config_cache: join(home, '.npm'), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
}

async function finish(child) {
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) stop(`${child.spawnargs.join(' ')} ended with ${code}.`);
}

async function timed(deed) {
  const startedAt = Date.now();
  await deed();
  return Date.now() - startedAt;
}

function report(what, tookMs, limitMs) {
  const verdict = tookMs <= limitMs ? 'within' : 'MORE THAN';
  say(`${what}: ${Math.round(tookMs / 1_000)} s, ${verdict} ${limitMs / 1_000} s`);
}
