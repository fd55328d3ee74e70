// `npm run attack`: installs and builds what is missing, then has ffuf and wapiti at a site of its own.
import { join } from 'node:path';
import { build, install, node, root, run } from './tooling.mjs';

const DIST = '.test/next';

await install();
await build(DIST);
const { code } = await run(
  node(),
  [
    '--disable-warning=ExperimentalWarning',
    join(root, 'scripts', 'attack', 'attack.ts'),
    ...process.argv.slice(2),
  ],
  {
    env: { NEXT_DIST_DIR: DIST },
  },
);
process.exit(code);
