import { HANDLERS, PAGES } from '../access-table.ts';
import { PARAMETERS, SEGMENTS, VALUES } from '../hostile.ts';
import { ask, signInAsAdmin } from '../http.ts';
import { expect, test } from '../test.ts';

const needs = {
  role: 'reader',
  photo: '/media/0123456789ab/a.webp',
  mail: 'none',
  seenUpTo: '',
  shown: '',
  marked: '',
  personId: 'none',
  merge: '1',
} as const;
const readable = Object.entries({ ...PAGES, ...HANDLERS }).filter(([, row]) => row.handles.GET !== undefined);

test('T2 a segment that does not decode, or decodes to something odd, is never a 500 on any route', async ({
  site,
}) => {
  const cookie = await signInAsAdmin(site);
  const before = site.output().length;
  for (const [route, row] of readable) {
    const places = route.includes('[') ? [route.replace(/\[.*$/, '')] : [`${row.paths(needs)[0]}/`];
    for (const place of places.filter((path) => !path.startsWith('//'))) {
      for (const segment of SEGMENTS) {
        for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
          const answer = await ask(site, `${place}${segment}`, { cookie, headers });
          const what = `${place}${segment.slice(0, 40)} ${JSON.stringify(headers)}`;
          expect(answer.status, what).toBeLessThan(500);
          expect(answer.body, what).not.toContain('data-dgst');
        }
      }
    }
  }
  expect(complaints(site.output().slice(before))).toEqual([]);
});

test('T2 whichever part of a file is asked for, the whole of it is the answer', async ({ site }) => {
  const [script = ''] = (await ask(site, '/')).body.match(/\/_next\/static\/[\w./-]+\.js/) ?? [];
  const whole = await ask(site, script);
  expect(whole.status).toBe(200);
  for (const range of ['bytes=0-9', 'bytes=99999999-', 'bytes=9-1,,-', 'lines=1']) {
    for (const path of [script, '/', '/feed.xml', '/icon.svg']) {
      const answer = await ask(site, path, { headers: { range } });
      expect(answer.status, `${path} ${range}`).toBe(200);
      if (path === script) expect(answer.body === whole.body, range).toBe(true);
    }
  }
});

test('T2 T1 whatever a query says, no page or route answers 500 or leads off the site', async ({ site }) => {
  test.setTimeout(300_000);
  const reader = await signInAsAdmin(site);
  const before = site.output().length;
  for (const [, row] of readable) {
    const path = row.paths(needs)[0] ?? '/';
    // One address holds one value in every parameter, twice.
    for (const value of VALUES.filter((text) => text.length < 400)) {
      const query = PARAMETERS.map((name) => `${name}=${value}&${name}=${value}`).join('&');
      for (const cookie of [undefined, reader]) {
        const answer = await ask(site, `${path}?${query}`, { cookie });
        const what = `${path}?…=${value} ${answer.status}`;
        expect(answer.status, what).toBeLessThan(500);
        expect(answer.headers.location ?? '/', what).toMatch(/^\/(?![/\\])/);
        expect(answer.body, what).not.toContain('data-dgst');
        expect(answer.body, what).not.toMatch(
          /(?:href|action|src)="(?:\/\/evil|https:evil|javascript:|\/[\\%5c]*evil)/i,
        );
      }
    }
  }
  expect(complaints(site.output().slice(before))).toEqual([]);
});

test('T2 every route that takes parameters in a body answers oddities with less than 500', async ({
  site,
}) => {
  const cookie = await signInAsAdmin(site);
  const before = site.output().length;
  for (const [path, row] of Object.entries(HANDLERS)) {
    const method = row.handles.POST !== undefined ? 'POST' : 'PUT';
    if (row.handles[method] === undefined || path === '/api/signout') continue;
    for (const value of VALUES) {
      const fields = Object.fromEntries([...PARAMETERS, 'wanted', 'upTo'].map((name) => [name, value]));
      const address = path.replace('[slug]', 'oceans');
      for (const body of [new URLSearchParams(fields), fields]) {
        const { status } = await ask(site, address, { method, cookie, body });
        expect(status, `${path} ${value.slice(0, 40)}`).toBeLessThan(500);
      }
    }
    const raw = PARAMETERS.map((name) => `${name}=%ff%`).join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const address = path.replace('[slug]', '%ff');
    expect((await ask(site, address, { method, cookie, headers, body: raw })).status).toBeLessThan(500);
  }
  expect(complaints(site.output().slice(before))).toEqual([]);
});

/** What the server logged as a failure of its own. */
function complaints(output: string): string[] {
  return output.split('\n').filter((line) => /⨯|Error\b|"level":50/.test(line));
}
