import { ask, follow, signInAs } from '../http.ts';
import type { Site } from '../site.ts';
import { expect, test } from '../test.ts';

const MEGABYTES_5 = 5 * 1024 * 1024;

/** Every write that takes JSON, with a body it accepts from a signed-in reader. */
const WRITES: { method: string; path: string; body: Record<string, string> }[] = [
  { method: 'PATCH', path: '/api/account', body: { name: 'Changed' } },
  { method: 'POST', path: '/api/feed/seen', body: { upTo: 'x' } },
  { method: 'POST', path: '/api/feed/read', body: { shown: 'x' } },
  { method: 'POST', path: '/api/feed/read/undo', body: { undo: 'x' } },
  { method: 'POST', path: '/api/signin', body: { email: 'someone-else@example.com' } },
  {
    method: 'POST',
    path: '/api/newsletters/subscribe',
    body: { newsletter: 'morning', email: 'else@example.com' },
  },
];
/** Every write that takes a form. */
const FORMS: { path: string; body: Record<string, string> }[] = [
  { path: '/api/account', body: { name: 'Changed' } },
  { path: '/api/follow', body: { topic: 'mars', wanted: 'follow' } },
  { path: '/api/mute', body: { topic: 'mars', wanted: 'mute' } },
  { path: '/api/save', body: { article: 'fire-at-notre-dame', wanted: 'save' } },
  { path: '/api/read', body: { article: 'fire-at-notre-dame', wanted: 'read' } },
  { path: '/api/feed/read', body: { shown: 'x' } },
  { path: '/api/feed/read/undo', body: { undo: 'x' } },
  { path: '/api/account/history', body: { keepsHistory: 'off' } },
  { path: '/api/account/feed', body: { wanted: 'make' } },
  { path: '/api/account/sessions', body: { session: 'others' } },
  { path: '/api/account/deletion', body: { wanted: 'keep' } },
  { path: '/api/signin', body: { email: 'someone-else@example.com' } },
  { path: '/api/signin/confirm', body: { token: 'x', email: 'someone-else@example.com' } },
  { path: '/api/newsletters/subscribe', body: { newsletter: 'morning', email: 'else@example.com' } },
  { path: '/api/newsletters/confirm', body: { token: 'x' } },
  { path: '/api/newsletters/unsubscribe', body: { token: 'x' } },
];

let people = 0;

/** A reader who follows one topic, and all that the site has stored of them and of anyone's mail. */
async function readerOf(site: Site): Promise<{ cookie: string; stored: () => Promise<unknown> }> {
  const cookie = await signInAs(site, `bodies-${process.pid}-${++people}@example.com`);
  await follow(site, cookie, ['oceans']);
  const stored = async () => ({
    me: JSON.parse((await ask(site, '/api/me', { cookie })).body),
    follows: JSON.parse((await ask(site, '/api/follows', { cookie })).body),
    saved: JSON.parse((await ask(site, '/api/saved', { cookie })).body),
    reads: JSON.parse((await ask(site, '/api/reads', { cookie })).body),
    mails: site.mails().length,
  });
  return { cookie, stored };
}

test('T16 a write with a foreign, null or missing Origin is a 403 on every route, and changes nothing', async ({
  site,
}) => {
  const { cookie, stored } = await readerOf(site);
  const before = await stored();
  const origins = [
    '',
    'null',
    'https://evil.example',
    `https://localhost:${site.port}`,
    `${site.url}.evil.example`,
  ];
  const types = ['', 'text/plain', 'application/json', 'application/x-www-form-urlencoded'];
  const writes = [
    ...WRITES,
    ...FORMS.map((form) => ({ ...form, method: 'POST' })),
    { method: 'PUT', path: '/api/follows/mars', body: {} },
    { method: 'DELETE', path: '/api/follows/oceans', body: {} },
    { method: 'PUT', path: '/api/saved/fire-at-notre-dame', body: {} },
    { method: 'POST', path: '/api/account/history/clear', body: {} },
    { method: 'POST', path: '/api/signout', body: {} },
    { method: 'POST', path: '/api/internal/publish', body: {} },
  ];
  for (const { method, path, body } of writes) {
    for (const origin of origins) {
      for (const type of types) {
        const text = type.endsWith('urlencoded') ? String(new URLSearchParams(body)) : JSON.stringify(body);
        const headers = {
          origin,
          'content-type': type,
          'sec-fetch-site': 'same-origin',
          referer: `${site.url}/`,
        };
        const answer = await ask(site, path, { method, cookie, headers, body: text });
        expect(answer.status, `${method} ${path} ${origin} ${type}`).toBe(403);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
  }
  // A key stands in for the Origin on the publishing route alone, and only the right one.
  const headers = { origin: '', authorization: 'Bearer forged.key' };
  expect((await ask(site, '/api/internal/publish', { method: 'POST', headers })).status).toBe(401);
  expect((await ask(site, '/api/follows/mars', { method: 'PUT', cookie, headers })).status).toBe(403);
  expect(await stored()).toEqual(before);
});

test('T15 fields that a route does not know are a 400 on every route, and change nothing', async ({
  site,
}) => {
  const { cookie, stored } = await readerOf(site);
  const before = await stored();
  for (const extra of ['role', 'id', 'userId', 'isAdmin', '__proto__', 'constructor', 'emailVerified']) {
    for (const { method, path, body } of WRITES) {
      // Written out, because an object would take __proto__ for its prototype.
      const text = `${JSON.stringify(body).slice(0, -1)},"${extra}":"admin"}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await ask(site, path, { method, cookie, headers, body: text });
      expect(answer.status, `${method} ${path} ${extra}`).toBe(400);
    }
    for (const { path, body } of FORMS) {
      const form = new URLSearchParams({ ...body });
      form.append(extra, 'admin');
      const answer = await ask(site, path, { method: 'POST', cookie, body: form });
      expect(answer.status, `POST ${path} ${extra}`).toBe(400);
    }
  }
  expect((await ask(site, '/api/feed?userId=1', { cookie })).status).toBe(400);
  expect((await ask(site, '/api/signout?role=admin', { method: 'POST', cookie })).status).toBe(400);
  expect(await stored()).toEqual(before);
});

test('T24 NUL, lone surrogates, deep, broken and huge bodies are 400, 413 or 415 on every route, and nothing is stored', async ({
  site,
}) => {
  const { cookie, stored } = await readerOf(site);
  const before = await stored();
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const hostile: [what: string, statuses: number[], body: (fields: Record<string, string>) => string][] = [
    ['NUL', [400], (fields) => poison(fields, '\\u0000')],
    ['lone surrogate', [400], (fields) => poison(fields, '\\ud800')],
    ['deep', [400], () => deep],
    ['deep field', [400], (fields) => `${JSON.stringify(fields).slice(0, -1)},"x":${deep}}`],
    ['broken', [400], (fields) => JSON.stringify(fields).slice(0, -1)],
    ['empty', [400], () => ''],
    ['an array', [400], (fields) => JSON.stringify([fields])],
    ['null', [400], () => 'null'],
    ['100 kB', [413], (fields) => JSON.stringify({ ...fields, x: 'x'.repeat(100_000) })],
    ['5 MB', [413], (fields) => JSON.stringify({ ...fields, x: 'x'.repeat(MEGABYTES_5) })],
  ];
  for (const { method, path, body } of WRITES) {
    for (const [what, statuses, write] of hostile) {
      for (const framing of [{}, { 'transfer-encoding': 'chunked', 'content-length': '' }]) {
        const headers: Record<string, string> = { 'content-type': 'application/json', ...framing };
        const answer = await ask(site, path, { method, cookie, headers, body: write(body) });
        expect(statuses, `${method} ${path} ${what}: ${answer.status} ${answer.body}`).toContain(
          answer.status,
        );
      }
    }
    const asText = await ask(site, path, {
      method,
      cookie,
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(body),
    });
    // As nothing on a route that takes JSON; a form route says the same.
    expect(asText.status, path).toBe(415);
  }
  for (const { path, body } of FORMS) {
    const [first = ''] = Object.keys(body);
    for (const [what, status, value] of [
      ['NUL', 400, '%00'],
      ['5 MB', 413, 'x'.repeat(MEGABYTES_5)],
    ] as const) {
      const rest = String(new URLSearchParams(body));
      const answer = await ask(site, path, {
        method: 'POST',
        cookie,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `${rest}&${first}=${value}`,
      });
      expect(answer.status, `${path} ${what}`).toBe(status);
    }
  }
  expect(await stored()).toEqual(before);

  function poison(fields: Record<string, string>, ending: string): string {
    return JSON.stringify(fields).replace(/"}$/, `${ending}"}`);
  }
});

test('T23 T24 a list that is huge, broken or hostile is refused while it is read, and nothing is followed', async ({
  site,
}) => {
  const { cookie, stored } = await readerOf(site);
  const before = await stored();
  const opml = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`;
  const good = opml(`<outline text="Mars" xmlUrl="${site.url}/topic/mars/feed.xml"/>`);
  const lists: [what: string, status: number, list: string][] = [
    ['10 MB', 413, good.replace('</body>', `${'<outline text="x"/>'.repeat(550_000)}</body>`)],
    ['100,000 outlines', 400, opml('<outline/>'.repeat(100_000))],
    ['an external entity', 400, `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${good}`],
    ['cut off', 400, good.slice(0, -10)],
    ['NUL', 400, good.replace('Mars', 'Ma\0rs')],
    ['half a character', 400, '{"follows": [{"slug": "mars"}, {"slug": "\\ud800"}]}'],
  ];
  const boundary = 'a-line-between';
  const asForm = (list: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="list"; filename="l"\r\n\r\n${list}\r\n--${boundary}--\r\n`;
  for (const [what, status, list] of lists) {
    for (const framing of [{}, { 'transfer-encoding': 'chunked', 'content-length': '' }]) {
      const raw = { 'content-type': 'text/x-opml', ...framing };
      const send = { method: 'POST', cookie };
      const answer = await ask(site, '/api/following/import', { ...send, headers: raw, body: list });
      expect(answer.status, `${what}: ${answer.body}`).toBe(status);
      const asked = { ...raw, 'content-type': `multipart/form-data; boundary=${boundary}` };
      const form = await ask(site, '/api/following/import', { ...send, headers: asked, body: asForm(list) });
      // A form is led back to its page, unless the door refused what it announced.
      expect([303, status], what).toContain(form.status);
    }
  }
  for (const body of ['', '--', asForm(''), asForm(good).replaceAll('list', 'other')]) {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await ask(site, '/api/following/import', { method: 'POST', cookie, headers, body });
    expect([answer.status, answer.headers.location]).toEqual([303, '/following/manage?imported=1']);
  }
  expect(await stored()).toEqual(before);
});
