// `npm run bench`: installs and builds what is missing, finds a PostgreSQL and measures on it.
import { startPostgres } from './test-postgres.mjs';
import { benchArguments, build, install, node, run } from './tooling.mjs';

const DIST = '.test/next';

await install();
await build(DIST);
const given = process.env.DATABASE_URL;
const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
const { code } = await run(node(), benchArguments(process.argv.slice(2)), {
  env: { NEXT_DIST_DIR: DIST, DATABASE_URL: postgres.url },
});
await postgres.stop();
process.exit(code);
