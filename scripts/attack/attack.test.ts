import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { HANDLERS, PAGES } from '../../e2e/access-table.ts';
import type { Site } from '../../e2e/site.ts';
import { judge, limitedRuns, tableOfFindings, tableOfRuns } from './findings.ts';
import { assertLoopback } from './tools.ts';
import { watch } from './watch.ts';
import { addresses, writes } from './words.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('the attack', () => {
  test('is let at this machine alone', () => {
    for (const url of ['http://localhost:3000', 'http://127.0.0.1:1/a', 'http://[::1]:80'])
      assertLoopback(url);
    for (const url of [
      'http://example.com',
      'https://localhost',
      'http://localhost.evil.example',
      'http://10.0.0.1',
    ])
      expect(() => assertLoopback(url), url).toThrow('not on this machine');
  });

  test('sends something to every route, each thing once, a line each', () => {
    const asked = addresses();
    expect(new Set(asked).size).toBe(asked.length);
    for (const [route, { handles }] of Object.entries({ ...PAGES, ...HANDLERS })) {
      const place = route.replace(/\[.*$/, '');
      if (handles.GET !== undefined)
        expect(asked.filter((path) => path.startsWith(place)).length, route).toBeGreaterThan(20);
    }
    const sent = writes();
    for (const [route, row] of Object.entries(HANDLERS))
      if (row.send && route !== '/api/signout') expect(sent.length, route).toBeGreaterThan(20);
    for (const text of [...asked, ...sent.map(({ body }) => body)]) expect(text).not.toMatch(/[\r\n]/);
    expect(sent.map(({ path }) => path)).not.toContain('/api/signout');
  });

  test('sees what no answer may be: a failure, a stack, a path, a header that was sent in, a way off the site', async () => {
    const watching = await watch(await siteThatAnswers(), 'test', 'session=x');
    ends.push(() => watching.close());
    const ask = (path: string) => fetch(`${watching.url}${path}`, { redirect: 'manual' });
    for (const path of ['/500', '/stack', '/path', '/header', '/away', '/home', '/', '/script'])
      await ask(path);
    expect((await fetch(`${watching.url}/origin`, { method: 'POST' })).status).toBe(204);
    // Kept from the site, and not counted.
    expect((await fetch(`${watching.url}/api/signout?a=b`, { method: 'POST' })).status).toBe(404);
    const { statuses, findings } = await watching.close();
    expect(findings.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      'GET /500: status 500',
      'GET /stack: says a stack',
      'GET /path: says a path of the server',
      'GET /header: a header that was sent in',
      'GET /away: leads off the site',
    ]);
    expect([...statuses]).toEqual([
      [500, 1],
      [200, 5],
      [303, 2],
      [204, 1],
    ]);
  });

  test('names each kind of finding once, with its reason if it has one, and runs that a limit cut short', () => {
    const finding = { by: 'ffuf', what: 'status 500', where: 'GET /a?x=1', detail: '' };
    const judged = judge(
      [finding, { ...finding, where: 'GET /a?x=2' }, { ...finding, what: 'cookie flags', where: 'GET /' }],
      [{ what: /^cookie/, where: /^GET \/ $/, why: 'It holds nothing.' }],
    );
    expect(judged.map(({ count, why }) => [count, why])).toEqual([
      [2, null],
      [1, 'It holds nothing.'],
    ]);
    expect(tableOfFindings(judged)).toContain('It holds nothing.');
    expect(tableOfFindings([])).toBe('Nothing was found.\n');
    const run = (limited: number) => ({
      name: 'r',
      watched: {
        statuses: new Map([
          [200, 6],
          [429, limited],
        ]),
        findings: [],
      },
    });
    expect(limitedRuns([run(1)])).toEqual([]);
    expect(limitedRuns([run(9)])).toHaveLength(1);
    expect(tableOfRuns([run(6)])).toContain('12 requests  200: 50.0 %, 429: 50.0 %');
  });
});

/** A server that answers as none may, and shows that the reader's cookie and an Origin came. */
async function siteThatAnswers(): Promise<Site> {
  const server = createServer(({ url, headers }, answer) => {
    const html = { 'content-type': 'text/html' };
    if (headers.cookie !== 'session=x') return void answer.writeHead(401).end();
    if (url === '/500') return void answer.writeHead(500, html).end('Oh.');
    if (url === '/stack')
      return void answer.writeHead(200, html).end('Error: x\n    at answer (/app/a.js:1:2)\n');
    if (url === '/path') return void answer.writeHead(200, html).end(`in ${process.cwd()}/app`);
    if (url === '/header') return void answer.writeHead(200, { ...html, 'x-injected': 'yes' }).end();
    if (url === '/away') return void answer.writeHead(303, { location: '//evil.example' }).end();
    if (url === '/home') return void answer.writeHead(303, { location: '/signin' }).end();
    if (url === '/script')
      return void answer.writeHead(200, { 'content-type': 'text/javascript' }).end('node_modules/');
    if (url === '/origin') return void answer.writeHead(headers.origin ? 204 : 403).end();
    answer.writeHead(200, html).end('Fine.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const { port } = server.address() as { port: number };
  return { port, url: `http://localhost:${port}` } as Site;
}
