// `npm run attack`: installs and builds what is missing, then has ffuf and wapiti at a site of its own.
import { join } from 'node:path';
import { buildToTest, install, node, root, run } from './tooling.mjs';

await install();
const dist = await buildToTest();
const { code } = await run(
  node(),
  [
    '--disable-warning=ExperimentalWarning',
    join(root, 'scripts', 'attack', 'attack.ts'),
    ...process.argv.slice(2),
  ],
  {
    env: { NEXT_DIST_DIR: dist },
  },
);
process.exit(code);
