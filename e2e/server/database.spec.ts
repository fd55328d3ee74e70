import { type Answer, ask, follow, signInAs } from '../http.ts';
import { databaseServer, type ServerSite, startServerSite } from '../server-mode.ts';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import { expect, test } from '../test.ts';

const CACHED = ['/', '/topics', '/article/pompeo-accuses-iran-of-al-qaeda-ties', '/topic/oceans'];
const UNCACHED = ['/article/fire-at-notre-dame', '/topic/mars', '/author/nora-lindqvist'];
/** The longest a reader waits to be told that it does not work now. */
const TOLD_MS = 25_000;
const RECOVERY_MS = 20_000;

let proxy: TcpProxy;
let site: ServerSite;
let cookie: string;

test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
test.beforeAll(async () => {
  site = await startServerSite({
    through: async (url) => {
      proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
      const through = new URL(url);
      through.hostname = '127.0.0.1';
      through.port = String(proxy.port);
      return through;
    },
  });
  cookie = await signInAs(site, 'reader@example.com');
  await follow(site, cookie, ['oceans']);
  for (const path of CACHED) expect((await ask(site, path)).status).toBe(200);
});
test.afterAll(async () => {
  await site?.remove();
  await proxy?.close();
});

for (const [how, breakIt] of [
  ['gone', () => proxy.cut()],
  ['silent', () => proxy.freeze()],
] as const) {
  test(`T38 with the database ${how}, cached pages are served, writes are 503, readiness fails, liveness holds, and all recovers without a restart`, async () => {
    test.setTimeout(300_000);
    const process = site.process.pid;
    await breakIt();

    const writes = await Promise.all([
      // More at once than there are connections: none may be lost to a transaction that never began.
      ...Array.from({ length: 15 }, () => timed('/api/follows/mars', { method: 'PUT', cookie })),
      timed('/api/follows/oceans', { method: 'DELETE', cookie }),
      timed('/api/account', { method: 'PATCH', cookie, body: { name: 'Lost' } }),
      timed('/api/signin', { method: 'POST', body: { email: 'other@example.com' } }),
      timed('/api/signin/confirm', {
        method: 'POST',
        body: new URLSearchParams({ token: 'x', email: 'a@b.example' }),
      }),
      timed('/api/newsletters/subscribe', {
        method: 'POST',
        body: { newsletter: 'morning', email: 'a@b.example' },
      }),
      timed('/api/me', { cookie }),
      timed('/api/feed', { cookie }),
      timed('/readyz', {}),
      timed('/account', { cookie }),
      timed('/following/manage', { cookie }),
      timed('/search?q=iran', {}),
      timed('/follow/oceans', { cookie }),
      timed('/admin/topics', { cookie }),
    ]);
    for (const { path, answer } of writes) {
      expect(answer.status, `${path}: ${answer.body}`).toBe(503);
      expect(Number(answer.headers['retry-after']), path).toBeGreaterThan(0);
      // Nothing about the database in it.
      expect(answer.body, path).not.toMatch(/ECONN|postgres|query|127\.0\.0\.1/i);
    }

    for (const path of CACHED) {
      const started = Date.now();
      const { status, body } = await ask(site, path);
      expect(status, path).toBe(200);
      expect(body, path).toContain('</html>');
      expect(Date.now() - started, path).toBeLessThan(2_000);
    }
    expect((await ask(site, '/healthz')).status).toBe(200);
    // What is not there yet cannot be made; it is said so, and not kept as missing or empty.
    for (const { path, answer } of await Promise.all(UNCACHED.map((path) => timed(path, {})))) {
      expect(answer.status, path).toBeGreaterThanOrEqual(500);
      expect(answer.headers['cache-control'], path).toMatch(/no-store/);
    }

    await proxy.restore();
    await expect(async () => {
      expect((await ask(site, '/readyz')).status).toBe(200);
      expect((await ask(site, '/api/follows/mars', { method: 'PUT', cookie })).status).toBe(204);
    }).toPass({ timeout: RECOVERY_MS });
    for (const path of [...CACHED, ...UNCACHED, '/account', '/following']) {
      const { status, body } = await ask(site, path, { cookie });
      expect(status, `${path} afterwards`).toBe(200);
      expect(body, `${path} afterwards`).not.toContain('could not be loaded');
    }
    const { follows } = JSON.parse((await ask(site, '/api/follows', { cookie })).body) as {
      follows: { slug: string }[];
    };
    expect(follows.map(({ slug }) => slug).sort()).toEqual(['mars', 'oceans']);
    await ask(site, '/api/follows/mars', { method: 'DELETE', cookie });
    expect(site.process.pid).toBe(process);
    expect(site.process.exitCode).toBeNull();
    // For the next way of breaking: pages that nobody has asked for yet.
    UNCACHED.splice(
      0,
      UNCACHED.length,
      '/article/webb-telescope-leaves-earth',
      '/topic/brexit',
      '/topic/nasa',
    );
  });
}

async function timed(
  path: string,
  question: Parameters<typeof ask>[2],
): Promise<{ path: string; answer: Answer }> {
  const started = Date.now();
  const answer = await ask(site, path, question);
  expect(Date.now() - started, path).toBeLessThan(TOLD_MS);
  return { path, answer };
}
