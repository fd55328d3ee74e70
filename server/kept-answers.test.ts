import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishAnswer, sendNothing } from './finished-answers.ts';
import { sendKeptAnswer } from './kept-answers.ts';
import PageCache from './page-cache.ts';
import { pathOf } from './request-path.ts';
import { emptyPageCache } from './testing.ts';

const HTML = `<p>“Zürich” ${'and all that is said of it '.repeat(40)}</p>`;
const VARY = 'rsc, next-router-prefetch, Accept-Encoding';
/** What Next is asked for in place of what nobody has. */
const NOTHING = '/_/_';
const cache = new PageCache();
const servers: Server[] = [];

beforeEach(emptyPageCache);
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('a page that stands in the page cache', () => {
  test('is sent again without asking Next, with the same headers and the same bytes', async () => {
    const site = await startSite();
    await site.warm('/a', HTML);
    const fromNext = await site.get('/a');
    const fromUs = await site.get('/a');
    expect(site.asked()).toBe(1);
    expect(fromUs.body.toString()).toBe(HTML);
    const { date: _, ...headers } = fromUs.headers;
    expect(fromNext.headers).toMatchObject(headers);
    expect(fromUs.headers['content-security-policy']).toContain("default-src 'none'");
    expect(fromUs.headers['cache-control']).toBe('public, max-age=0, s-maxage=60');
    const head = await site.get('/a', { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(Buffer.byteLength(HTML)),
    ]);
    expect(site.asked()).toBe(1);
  });

  test('is sent compressed as who asks can read it, and said to be held by its tag in either form', async () => {
    const site = await startSite();
    await site.warm('/packed', HTML);
    const plain = await site.get('/packed');
    for (const [accepted, coding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', gunzipSync],
    ] as const) {
      const packed = await site.getUntilKept('/packed', { 'accept-encoding': accepted });
      expect(packed.headers).toMatchObject({
        'content-encoding': coding,
        'content-length': String(packed.body.length),
        vary: VARY,
        etag: `W/${plain.headers.etag}`,
      });
      expect(unpack(packed.body).toString()).toBe(HTML);
      const again = await site.get('/packed', { headers: { 'if-none-match': String(packed.headers.etag) } });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['content-security-policy']).toBe(plain.headers['content-security-policy']);
    }
    const none = await site.get('/packed', { headers: { 'accept-encoding': 'identity;q=0, *;q=0' } });
    expect(none.headers).not.toHaveProperty('content-encoding');
  });

  test('T20 is asked for anew as soon as something it shows has changed', async () => {
    const site = await startSite();
    await site.warm('/changing', '<p>old</p>', ['article:changing']);
    await site.get('/changing');
    await cache.revalidateTag('article:changing');
    site.put('/changing', '<p>new</p>');
    expect((await site.get('/changing')).body.toString()).toBe('<p>new</p>');
    expect(site.asked()).toBe(2);
  });

  test('is asked for anew when it is due to be', async () => {
    const site = await startSite();
    await site.warm('/due', HTML, [], 0.05);
    await site.get('/due');
    await new Promise((resolve) => setTimeout(resolve, 60));
    await site.get('/due');
    expect(site.asked()).toBe(2);
  });

  test('T20 is not sent in place of another with the same content that has changed since', async () => {
    const site = await startSite();
    await site.warm('/twin-1', '<p>same</p>', ['article:twin-1']);
    await site.get('/twin-1');
    await site.warm('/twin-2', '<p>same</p>', ['article:twin-2']);
    await cache.revalidateTag('article:twin-1');
    site.put('/twin-1', '<p>other</p>');
    expect((await site.get('/twin-1')).body.toString()).toBe('<p>other</p>');
  });

  test('T44 is kept once, whatever its address says after the question mark', async () => {
    const site = await startSite();
    await site.warm('/b', HTML);
    const fromNext = await site.get('/b?utm_source=letter');
    for (const path of ['/b', '/b?utm_source=letter', '/b?page=2&page=3', '/b?']) {
      const { headers, body } = await site.get(path);
      expect([headers.etag, body.toString()]).toEqual([fromNext.headers.etag, HTML]);
    }
    expect(site.asked()).toBe(1);
  });

  test('T28 is kept for requests for the page itself', async () => {
    const site = await startSite();
    await site.warm('/c', HTML);
    for (let time = 0; time < 2; time++) {
      await site.get('/c?_rsc=1', { headers: { rsc: '1' } });
      await site.get('/c', { headers: { rsc: '1' } });
      await site.get('/c', { method: 'POST' });
    }
    expect(site.asked()).toBe(6);
    await site.get('/c');
    expect(site.asked()).toBe(7);
    await site.get('/c', { headers: { rsc: '1' } });
    expect(site.asked()).toBe(8);
    await site.get('/c');
    expect(site.asked()).toBe(8);
  });

  test('T28 is nothing that Next made for this request', async () => {
    const site = await startSite();
    site.put('/fresh', HTML, { 'x-nextjs-cache': 'MISS' });
    site.put('/unknown', HTML, { etag: '"of-no-page"' });
    for (const path of ['/fresh', '/unknown', '/fresh', '/unknown']) await site.get(path);
    expect(site.asked()).toBe(4);
  });
});

describe('the page that says there is nothing', () => {
  test('T44 is sent again for every address that nothing has, as not found, whatever its parameters', async () => {
    const site = await startSite();
    await site.warm(NOTHING, HTML);
    const fromNext = await site.get('/unknown/a');
    const etag = String(fromNext.headers.etag);
    for (const path of ['/unknown/b', '/unknown/c?page=2', NOTHING]) {
      const fromUs = await site.get(path, { headers: { 'if-none-match': etag } });
      expect([fromUs.status, fromUs.body.toString()]).toEqual([404, HTML]);
      const { date: _, ...headers } = fromUs.headers;
      expect(fromNext.headers).toMatchObject(headers);
      expect(headers['cache-control']).toContain('s-maxage=10');
    }
    expect(site.asked()).toBe(1);
    // The router's data is another answer, and Next's.
    await site.get('/unknown/d?_rsc=1', { headers: { rsc: '1' } });
    expect(site.asked()).toBe(2);
  });

  test('T28 is kept by nobody under a personal path, and so nowhere else for having been asked for there', async () => {
    const site = await startSite();
    await site.warm(NOTHING, HTML);
    for (let time = 0; time < 2; time++)
      expect((await site.get('/admin/unknown')).headers['cache-control']).toBe('private, no-store');
    expect(site.asked()).toBe(2);
    await site.get('/unknown/e');
    expect((await site.get('/unknown/f')).headers['cache-control']).toContain('s-maxage=10');
    expect((await site.get('/admin/unknown')).headers['cache-control']).toBe('private, no-store');
  });
});

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** The door before a stand-in for Next, which answers with what was put there, and counts. */
async function startSite() {
  const answers = new Map<string, { html: string; headers: Record<string, string> }>();
  let asked = 0;
  const server = createServer((incoming, response) => {
    if (sendKeptAnswer(incoming, response)) return;
    finishAnswer(incoming, response, "default-src 'none'");
    if (pathOf(incoming).includes('/unknown') && sendNothing(incoming, response)) return;
    asked += 1;
    const answer = answers.get(pathOf(incoming));
    if (pathOf(incoming) === NOTHING) response.statusCode = 404;
    const isData = incoming.headers.rsc === '1';
    for (const [name, value] of Object.entries(answer?.headers ?? {})) response.setHeader(name, value);
    response.setHeader('Cache-Control', 's-maxage=31536000');
    response.setHeader('Content-Type', isData ? 'text/x-component' : 'text/html; charset=utf-8');
    response.setHeader('Vary', VARY);
    response.setHeader('Content-Length', Buffer.byteLength(answer?.html ?? ''));
    response.end(answer?.html);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function get(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
    return new Promise<Got>((resolve, reject) => {
      request({ port, path, agent: false, ...options }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  function put(path: string, html: string, headers: Record<string, string> = {}) {
    answers.set(path, { html, headers });
  }

  return {
    get,
    put,
    asked: () => asked,
    /** Puts a page there that comes from the page cache. */
    async warm(path: string, html: string, tags: string[] = [], revalidate: number | false = false) {
      await cache.get(path);
      const value = {
        kind: 'APP_PAGE',
        html,
        status: 200,
        headers: { 'x-next-cache-tags': tags.join(',') },
      };
      await cache.set(path, value, { cacheControl: { revalidate } });
      put(path, html, { ...value.headers, 'x-nextjs-cache': 'HIT' });
    },
    /** Asks until the page has been compressed. */
    async getUntilKept(path: string, headers: Record<string, string>): Promise<Got> {
      for (;;) {
        const before = asked;
        const got = await get(path, { headers });
        if (asked === before) return got;
      }
    },
  };
}
