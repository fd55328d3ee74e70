// `npm run bench`, `npm run soak`: installs and builds what is missing, finds a PostgreSQL and measures on it.
import { startPostgres } from './test-postgres.mjs';
import { benchArguments, buildToTest, install, node, run } from './tooling.mjs';

await install();
const dist = await buildToTest();
const given = process.env.DATABASE_URL;
const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
const [, , ...options] = process.argv;
const isSoak = options[0] === 'soak';
const what = isSoak ? benchArguments(options.slice(1), 'soak.ts') : benchArguments(options);
const { code } = await run(node(), what, {
  env: { NEXT_DIST_DIR: dist, DATABASE_URL: postgres.url },
});
await postgres.stop();
process.exit(code);
