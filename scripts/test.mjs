// `npm test`: everything, from a fresh clone: checks, unit and database tests on PGlite and on
// PostgreSQL, a production build, and journeys in a real browser. Ends with `N passed, N failed`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { findBrowser } from './test-browser.mjs';
import { startPostgres } from './test-postgres.mjs';
import {
  benchArguments,
  buildToTest,
  install,
  node,
  readReport,
  run,
  say,
  testHome,
  tool,
} from './tooling.mjs';
import { trust } from './trust.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

await install();
mkdirSync(testHome, { recursive: true });
add(await check());

say('Looking for PostgreSQL …');
const postgres = await startPostgres();
say(`PostgreSQL: ${postgres.description}`);
try {
  // Tests wait for clocks, and a build and measurements for one core: together they take less.
  const [dist] = await Promise.all([buildAndMeasure(), vitest()]);
  await journeys(dist);
} finally {
  await postgres.stop();
}

const { text, isMet } = trust();
process.stdout.write(`\n${text}`);
add({ passed: isMet ? 1 : 0, failed: isMet ? 0 : 1 });

process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function vitest() {
  say('Unit and database tests …');
  const report = join(testHome, 'vitest.json');
  rmSync(report, { force: true });
  const { code } = await run(
    node(),
    [
      // Where many PGlites come and go, V8 may end the process over WebAssembly code it has thrown away already
      // ("jit_page_->allocations_.erase"): https://github.com/nodejs/node/issues/64500. Here it throws none away.
      '--no-wasm-code-gc',
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { TEST_DATABASE_URL: postgres.url, PG_BIN: postgres.bin } },
  );
  const result = readReport('vitest.json');
  add({
    passed: result?.numPassedTests ?? 0,
    // A suite that could not even be loaded has no failed test of its own.
    failed: Math.max(result?.numFailedTests ?? 0, code === 0 ? 0 : 1),
    skipped: result?.numPendingTests ?? 0,
  });
}

/** In the build in this folder. */
async function journeys(dist) {
  const browser = await findBrowser();
  say(`Journeys in ${browser.description} …`);
  const report = join(testHome, 'playwright.json');
  rmSync(report, { force: true });
  const { code } = await run(node(), [tool('@playwright/test/cli.js'), 'test'], {
    env: {
      NEXT_DIST_DIR: dist,
      TEST_DATABASE_URL: postgres.url,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(browser.path && { CHROMIUM_PATH: browser.path }),
    },
  });
  const stats = readReport('playwright.json')?.stats;
  add({
    passed: stats?.expected ?? 0,
    failed: Math.max((stats?.unexpected ?? 0) + (stats?.flaky ?? 0), code === 0 ? 0 : 1),
    skipped: stats?.skipped ?? 0,
  });
}

/**
 * Measured on a small paper, only to show that what measures still works: its figures mean nothing here. Resolves
 * to the folder of the build.
 */
async function buildAndMeasure() {
  const dist = await buildToTest();
  say('Measurements, on a small paper …');
  const browser = await findBrowser();
  const { code, output } = await run(node(), benchArguments(['--size', 'small']), {
    env: {
      NEXT_DIST_DIR: dist,
      DATABASE_URL: postgres.url,
      ...(browser.path && { CHROMIUM_PATH: browser.path }),
    },
    capture: true,
  });
  if (code !== 0) process.stdout.write(output);
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
  return dist;
}

function add({ passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
