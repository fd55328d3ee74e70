// `npm run check`: format and lint, types, layers, dead code. Quick; no server, no database.
import { install, node, run, say, tool } from './tooling.mjs';

const CHECKS = [
  ['format and lint', [tool('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  // TypeScript 7, in a third of the time; Next and dependency-cruiser need what only the 6 beside it offers.
  ['types', [tool('typescript-native/bin/tsc'), '--noEmit']],
  [
    'layers',
    [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'app',
      'components',
      'db',
      'features',
      'lib',
      'server',
    ],
  ],
  ['dead code', [tool('knip/bin/knip.js')]],
];

/** Runs all checks side by side and prints what those that fail say. Resolves to how many passed and failed. */
export async function check() {
  const runs = CHECKS.map(async ([name, args]) => {
    const { code, output } = await run(node(), args, { capture: true });
    if (code !== 0) process.stdout.write(`${output}\n`);
    say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    return code === 0;
  });
  const passed = (await Promise.all(runs)).filter(Boolean).length;
  return { passed, failed: CHECKS.length - passed };
}

if (process.argv[1]?.endsWith('check.mjs')) {
  await install();
  const { passed, failed } = await check();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
