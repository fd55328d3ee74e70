import { STARTED_ONCE, startSite } from './site.ts';

/**
 * Runs before the tests: starts a site for the first time, as `npm start` does, and keeps what that made.
 * Most of a first start is PostgreSQL making its files, the same each time: the sites of the tests begin on a copy.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await startSite({ isFirst: true });
  const code = await site.end();
  if (code !== 0) throw new Error(`The first site ended with ${code}:\n${site.output()}`);
  process.env[STARTED_ONCE] = site.dataDir;
  return site.remove;
}
