// `npm run bench`, `npm run soak`: installs and builds what is missing, finds a PostgreSQL and measures on it.
import { startPostgres } from './test-postgres.mjs';
import { benchArguments, build, install, node, run } from './tooling.mjs';

const DIST = '.test/next';

await install();
await build(DIST);
const given = process.env.DATABASE_URL;
const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
const [, , ...options] = process.argv;
const isSoak = options[0] === 'soak';
const what = isSoak ? benchArguments(options.slice(1), 'soak.ts') : benchArguments(options);
const { code } = await run(node(), what, {
  env: { NEXT_DIST_DIR: DIST, DATABASE_URL: postgres.url },
});
await postgres.stop();
process.exit(code);
