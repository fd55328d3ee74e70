import { ask, signInAsAdmin } from '../http.ts';
import { askForBytes, elements, SHARED, texts } from '../machine-reading.ts';
import { startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const FEEDS = ['/feed', '/topic/iran/feed', '/author/nora-lindqvist/feed'];

test('feeds of the paper, a topic and an author are whole in both formats, and the same articles stand in both', async ({
  site,
}) => {
  for (const path of FEEDS) {
    const rss = await ask(site, `${path}.xml`);
    expect(rss.status, path).toBe(200);
    expect(rss.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(rss.headers['cache-control']).toBe(SHARED);
    expect(rss.headers['set-cookie']).toBeUndefined();
    const guids = texts(rss.body, 'guid');
    expect(guids.length, path).toBeGreaterThan(2);
    expect(new Set(guids).size).toBe(guids.length);
    const self = elements(rss.body, 'atom:link')[0]?.attributes.href;
    expect(self).toBe(`${site.url}${path}.xml`);
    const [enclosure] = elements(rss.body, 'enclosure');
    const picture = await askForBytes(site, (enclosure?.attributes.url ?? '').slice(site.url.length));
    expect(picture.type).toBe(enclosure?.attributes.type);
    expect(`${picture.bytes.length}`).toBe(enclosure?.attributes.length);

    const json = await ask(site, `${path}.json`);
    expect(json.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(json.body) as { feed_url: string; items: { id: string }[] };
    expect(feed.feed_url).toBe(`${site.url}${path}.json`);
    expect(feed.items.map((item) => item.id)).toEqual(guids);
  }
  for (const path of ['/topic/nope/feed.xml', '/author/nope/feed.json', '/topic/_/feed.xml']) {
    expect((await ask(site, path)).status, path).toBe(404);
  }
});

test('who has a feed is told so, by its tag or its date', async ({ site }) => {
  const path = '/topic/iran/feed.xml';
  let first = await ask(site, path);
  // The date comes once the second in which the feed was made is over.
  await expect(async () => {
    first = await ask(site, path);
    expect(first.headers['last-modified']).toMatch(/ GMT$/);
  }).toPass();
  const { etag = '', 'last-modified': date = '' } = first.headers;
  const again = (headers: Record<string, string>) => ask(site, path, { headers });
  for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': date }]) {
    const answer = await again(headers as Record<string, string>);
    expect(answer.status, JSON.stringify(headers)).toBe(304);
    expect(answer.body).toBe('');
    expect(answer.headers.etag).toBe(etag);
  }
  const before = new Date(Date.parse(date) - 1_000).toUTCString();
  expect((await again({ 'if-modified-since': before })).status).toBe(200);
  expect((await again({ 'if-none-match': '"other"', 'if-modified-since': date })).status).toBe(200);
});

test('old addresses of feeds lead to the present one, and a retired topic’s feed goes on', async () => {
  const site = await startSite();
  try {
    const cookie = await signInAsAdmin(site);
    const admin = (path: string, method: string, body: object) =>
      ask(site, `/api/admin/topics/${path}`, { method, cookie, body });
    for (const format of ['xml', 'json']) {
      expect((await ask(site, `/topic/malaria/feed.${format}`)).status).toBe(200);
      const author = await ask(site, `/topic/nora-lindqvist/feed.${format}`);
      expect([author.status, author.headers.location]).toEqual([
        308,
        `/author/nora-lindqvist/feed.${format}`,
      ]);
    }
    expect((await admin('malaria/merge', 'POST', { into: 'vaccines' })).status).toBe(200);
    const merged = await ask(site, '/topic/malaria/feed.xml');
    expect([merged.status, merged.headers.location]).toEqual([308, '/topic/vaccines/feed.xml']);
    expect(merged.headers['cache-control']).toBe(SHARED);

    const before = await ask(site, '/topic/oceans/feed.json');
    expect((await admin('oceans', 'DELETE', {})).status).toBe(204);
    const retired = await ask(site, '/topic/oceans/feed.json');
    expect(retired.status).toBe(200);
    expect(JSON.parse(retired.body)).toEqual(JSON.parse(before.body));
    const parts = texts((await ask(site, '/sitemap.xml')).body, 'loc').filter((part) => /topics-/.test(part));
    const topics = await Promise.all(
      parts.map(async (part) => texts((await ask(site, part.slice(site.url.length))).body, 'loc')),
    );
    expect(topics.flat()).toContain(`${site.url}/topic/vaccines`);
    for (const gone of ['malaria', 'oceans', 'nora-lindqvist']) {
      expect(topics.flat()).not.toContain(`${site.url}/topic/${gone}`);
    }
  } finally {
    await site.remove();
  }
});
