import { startCachingProxy } from '../caching-proxy.ts';
import { ask, follow, signInAs } from '../http.ts';
import { expect, test } from '../test.ts';

const SHARED = [
  '/',
  '/topics',
  '/topics/a-z',
  '/article/pompeo-accuses-iran-of-al-qaeda-ties',
  '/topic/oceans',
  '/author/nora-lindqvist',
];
const PERSONAL = [
  '/following',
  '/following/manage',
  '/account',
  '/saved',
  '/history',
  '/follow/oceans',
  '/follow/mars',
  '/signin',
  '/newsletters',
  '/mailbox/none',
  '/admin/topics',
  '/api/me',
  '/api/feed',
  '/api/follows',
  '/api/saved',
  '/api/reads',
  '/api/feed/new-count',
];
/** As the router asks: for a page's data, whole or in parts. Any reader may send any of these by hand. */
const WAYS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '2' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-segment-prefetch': '/_full' },
];

test('T28 two readers and a visitor behind one shared cache never see each other’s address, name or follows', async ({
  site,
}) => {
  // About a thousand requests, each in turn.
  test.setTimeout(300_000);
  const proxy = await startCachingProxy(site);
  try {
    const readers = [
      { email: `ada-${process.pid}@example.com`, name: 'Ada Quillfeather', topic: 'oceans' },
      { email: `ben-${process.pid}@example.com`, name: 'Ben Marrowbone', topic: 'mars' },
    ];
    const people: { cookie?: string; own: (typeof readers)[number] | null }[] = [{ own: null }];
    for (const own of readers) {
      const cookie = await signInAs(site, own.email);
      await follow(site, cookie, [own.topic]);
      await ask(site, '/api/account', { method: 'PATCH', cookie, body: { name: own.name } });
      people.push({ cookie, own });
    }
    const [visitor, ada, ben] = people;
    // Each address is warmed by everyone in turn, in both orders, then read again by all.
    for (const order of [
      [ada, ben, visitor],
      [visitor, ben, ada],
    ]) {
      for (const path of [...SHARED, ...PERSONAL]) {
        for (const way of WAYS) {
          for (const query of way.rsc ? ['', '?_rsc=abc', await busterOf(path, way)] : ['']) {
            for (const person of order) {
              if (!person) continue;
              const answer = await ask(proxy, `${path}${query}`, {
                headers: way,
                ...('cookie' in person && { cookie: person.cookie }),
              });
              const what = `${person.own?.name ?? 'visitor'} ${path}${query} ${JSON.stringify(way)} ${answer.status}`;
              expect(answer.status, what).toBeLessThan(500);
              const seen = JSON.stringify(answer.headers) + answer.body;
              for (const other of readers.filter((reader) => reader !== person.own)) {
                expect(seen, what).not.toContain(other.email);
                expect(seen, what).not.toContain(other.name);
              }
            }
          }
        }
      }
    }

    // Each gets their own, through the same cache.
    for (const { cookie, own } of people.slice(1)) {
      const me = JSON.parse((await ask(proxy, '/api/me', { cookie })).body) as { followedTopics: string[] };
      expect(me.followedTopics).toEqual([own?.topic]);
      const feed = JSON.parse((await ask(proxy, '/api/feed', { cookie })).body) as {
        items: { reasons: { slug: string }[] }[];
      };
      expect(feed.items.length).toBeGreaterThan(0);
      const reasons = feed.items.flatMap((item) => item.reasons.map((reason) => reason.slug));
      expect([...new Set(reasons)]).toEqual([own?.topic]);
      expect((await ask(proxy, '/account', { cookie })).body).toContain(own?.email);
    }

    // And it was a cache: shared pages came from it, and nothing in it is about anyone.
    expect(proxy.hits()).toBeGreaterThan(SHARED.length * 2);
    const stored = proxy.stored();
    for (const path of SHARED) expect(stored.map(([address]) => address)).toContain(path);
    for (const [address, text] of stored) {
      expect(
        SHARED.some((path) => address === path || address.startsWith(`${path}?`)),
        address,
      ).toBe(true);
      expect(text, address).not.toMatch(/set-cookie/i);
      for (const { email, name } of readers) {
        expect(text, address).not.toContain(email);
        expect(text, address).not.toContain(name);
      }
    }
  } finally {
    await proxy.close();
  }

  /** The query the server itself wants for this way of asking: it redirects to it. */
  async function busterOf(path: string, headers: Record<string, string>): Promise<string> {
    const { location = '' } = (await ask(site, `${path}?_rsc=x`, { headers })).headers;
    return location.startsWith(path) ? location.slice(path.length) : '';
  }
});

test('T28 one reader’s data cannot be stored in place of a page, whatever headers they send', async ({
  site,
}) => {
  const proxy = await startCachingProxy(site);
  try {
    for (const path of SHARED) {
      // The poisoner comes first, without the query that tells data from pages.
      for (const way of WAYS.slice(1)) await ask(proxy, path, { headers: way });
      const { body, headers } = await ask(proxy, path);
      expect(headers['content-type'], path).toContain('text/html');
      expect(body, path).toMatch(/^<!DOCTYPE html>/i);
    }
  } finally {
    await proxy.close();
  }
});

test('a shared page that is asked for again comes without its body, until it is another one', async ({
  site,
}) => {
  const path = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
  const first = await ask(site, path);
  const tag = String(first.headers.etag);
  expect(tag).toMatch(/^"[\w-]{43}"$/);
  // From the page cache it is sent as kept bytes: the same text, as long as it says.
  const kept = await ask(site, path);
  expect(kept.headers['x-nextjs-cache']).toBe('HIT');
  expect(kept.body).toBe(first.body);
  expect(Number(kept.headers['content-length'])).toBe(Buffer.byteLength(first.body));
  expect(await ask(site, path, { method: 'HEAD' })).toMatchObject({ body: '', headers: { etag: tag } });
  const again = await ask(site, path, { headers: { 'if-none-match': `"other", W/${tag}` } });
  expect(again.status).toBe(304);
  expect(again.body).toBe('');
  expect(again.headers).toMatchObject({ etag: tag, 'cache-control': first.headers['cache-control'] });
  expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);

  const other = await ask(site, '/topics', { headers: { 'if-none-match': tag } });
  expect(other.status).toBe(200);
  expect(other.body).toContain('</html>');
  // What the router fetches of the page is another text, and a personal page is nobody's to keep.
  const router = { rsc: '1', 'if-none-match': tag };
  const { headers } = await ask(site, path, { headers: router });
  const data = await ask(site, String(headers.location), { headers: router });
  expect(data.status).toBe(200);
  expect(data.headers['content-type']).toContain('text/x-component');
  expect(data.headers.etag).toBeUndefined();
  expect((await ask(site, '/signin')).headers.etag).toBeUndefined();
});

test('pages and what they load come compressed, and are the same when unpacked', async ({ site }) => {
  const page = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
  const { body } = await ask(site, page);
  const [script = ''] = body.match(/\/_next\/static\/[\w./-]+\.js/) ?? [];
  const [sheet = ''] = body.match(/\/_next\/static\/[\w./-]+\.css/) ?? [];
  for (const path of [page, script, sheet]) {
    const plain = await (await fetch(site.url + path, { headers: { 'accept-encoding': 'identity' } })).text();
    for (const coding of ['br', 'gzip']) {
      const packed = () => fetch(site.url + path, { headers: { 'accept-encoding': coding } });
      // The first to ask for a page in this coding gets it before it has been compressed for good.
      await expect(async () =>
        expect((await packed()).headers.get('content-encoding')).toBe(coding),
      ).toPass();
      const answer = await packed();
      expect(answer.headers.get('vary')?.toLowerCase(), path).toContain('accept-encoding');
      expect(Number(answer.headers.get('content-length')), path).toBeLessThan(plain.length / 2);
      // Unpacked by fetch.
      expect((await answer.text()) === plain, `${path} ${coding}`).toBe(true);
    }
  }
  const missing = await ask(site, script.replace('.js', 'x.js'), { headers: { 'accept-encoding': 'br' } });
  expect([missing.status, missing.headers['content-encoding']]).toEqual([404, undefined]);
});
