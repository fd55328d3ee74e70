import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join, relative } from 'node:path';
import { type Site, startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const WARM_UP = 1_000;
const UNKNOWN = 10_000;
const AT_ONCE = 8;
const MAX_GROWTH_KB = 50 * 1_024;
const SETTLE_MS = 30_000;
const STILL_MS = 6_000;
const ASK_AGAIN_MS = 2_000;
/** Has the server give back at once, when a signal asks, what V8 gives back by itself when idle for long. */
const GIVES_BACK = `process.on('SIGUSR2',()=>{for(let i=0;i<3;i++)gc({type:'major',execution:'sync',flavor:'last-resort'})})`;

test('T44 ten thousand addresses of nothing cost less than 50 MB of memory and write no file', async () => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc');
  test.setTimeout(1_500_000);
  const site = await startSite({
    env: { NODE_OPTIONS: `--expose-gc --import=data:text/javascript,${encodeURIComponent(GIVES_BACK)}` },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    await askMany(site, agent, 'warm', WARM_UP);
    const filesBefore = files(site);
    const before = await settled(site);
    await askMany(site, agent, 'unknown', UNKNOWN);
    const after = await settled(site);
    expect(files(site)).toEqual(filesBefore);
    const what = `from ${before} kB to ${after} kB`;
    test.info().annotations.push({ type: 'memory', description: what });
    expect(after - before, what).toBeLessThan(MAX_GROWTH_KB);
  } finally {
    agent.destroy();
    await site.remove();
  }
});

/** Asks for `count` addresses that no article, topic or author has, a few at once. */
async function askMany(site: Site, agent: Agent, prefix: string, count: number): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      // And feeds that nobody has: any topics may be asked for.
      if (n % 10 === 9) {
        const feed = `/api/feed/preview?topics=${prefix}-${n},oceans`;
        expect(await statusOf(site, agent, feed), feed).toBe(200);
        continue;
      }
      // Every other one as the router asks, for the page's data.
      const query = n % 2 ? '?_rsc' : '';
      const room = ['article', 'topic', 'author'][n % 3];
      // And photos of such articles.
      const path = `/${room}/${prefix}-${n}${n % 15 === 0 ? '/photo/1' : ''}${query}`;
      expect(await statusOf(site, agent, path), path).toBe(404);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function statusOf(site: Site, agent: Agent, path: string): Promise<number> {
  const headers = { host: 'localhost', ...(path.includes('_rsc') && { rsc: '1' }) };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: site.port, path, agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}

/**
 * The least resident memory of the server in kB, without what is only waiting to be given back: asked
 * for again until asking makes no difference, because buffers are freed some time after their objects.
 */
async function settled(site: Site): Promise<number> {
  const deadline = Date.now() + SETTLE_MS;
  let least = Number.POSITIVE_INFINITY;
  let leastAt = Date.now();
  let askedAt = 0;
  while (Date.now() < deadline && Date.now() - leastAt < STILL_MS) {
    if (Date.now() - askedAt > ASK_AGAIN_MS) {
      site.process.kill('SIGUSR2');
      askedAt = Date.now();
    }
    const status = readFileSync(`/proc/${site.process.pid}/status`, 'utf8');
    const now = Number(status.match(/^VmRSS:\s+(\d+) kB$/m)?.[1]);
    // Less by a megabyte, or it would go on for ever.
    if (now < least - 1_024) leastAt = Date.now();
    least = Math.min(least, now);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return least;
}

/**
 * Every file of the build and of the data folder, but the database's own, and the resized pictures: those
 * the site of another worker, on the same build, makes meanwhile. No address asked for here is a picture's.
 */
function files(site: Site): string[] {
  const dist = process.env.NEXT_DIST_DIR ?? '.test/next';
  const pictures = join(dist, 'cache', 'images');
  return [dist, site.dataDir].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(relative(process.cwd(), entry.parentPath), entry.name))
      .filter((path) => !path.startsWith(join(relative(process.cwd(), site.dataDir), 'pg')))
      .filter((path) => !path.startsWith(pictures)),
  );
}
