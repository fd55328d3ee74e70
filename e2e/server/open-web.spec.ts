import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import sharp from 'sharp';
import { type Answer, ask, signInAsAdmin } from '../http.ts';
import { type Site, startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const FEEDS = ['/feed', '/topic/iran/feed', '/author/nora-lindqvist/feed'];
const SHARED = 'public, max-age=0, s-maxage=60';

/** Elements of this name in a document, which has to be well-formed. */
function elements(xml: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (node: XmlElement) => {
    if (node.name === name) found.push(node);
    for (const child of node.children) if ('children' in child) visit(child as XmlElement);
  };
  const { root } = parseXml(xml);
  if (root) visit(root);
  return found;
}
const texts = (xml: string, name: string) => elements(xml, name).map((node) => node.text);

/** What `property="og:…"`, `name="twitter:…"` and the like say in a page. */
function metaOf(html: string): Record<string, string> {
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, content]) => [name, content]));
}

/** The structured data of a page, which has exactly one block of it. */
function structuredData(html: string): { '@type': string; [key: string]: unknown }[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  expect(blocks).toHaveLength(1);
  return (JSON.parse(blocks[0]?.[1] ?? '') as { '@graph': { '@type': string }[] })['@graph'];
}

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

test('T20 a new article, its correction and its withdrawal are in every feed and sitemap at once', async ({
  site,
}) => {
  const slug = 'deep-sea-station';
  const feeds = ['/feed', '/topic/oceans/feed', '/topic/climate/feed', '/author/nora-lindqvist/feed'];
  const paths = [...feeds.flatMap((path) => [`${path}.xml`, `${path}.json`]), '/news-sitemap.xml'];
  const all = async () => Promise.all(paths.map(async (path) => (await ask(site, path)).body));
  const maps = async () => {
    const parts = texts((await ask(site, '/sitemap.xml')).body, 'loc');
    return Promise.all(parts.map(async (part) => (await ask(site, part.slice(site.url.length))).body));
  };
  // Each is in the cache before.
  await all();
  const etags = await Promise.all(paths.map(async (path) => (await ask(site, path)).headers.etag));

  site.publish(slug, { headline: 'A station goes down', topics: ['oceans'], section: 'climate' });
  await expect(async () => {
    for (const text of await all()) expect(text).toContain('A station goes down');
  }).toPass();
  expect((await maps()).join()).toContain(`${site.url}/article/${slug}<`);
  const preview =
    metaOf((await ask(site, `/article/${slug}`)).body)['og:image']?.slice(site.url.length) ?? '';
  expect((await ask(site, preview)).status).toBe(200);

  site.publish(slug, { headline: 'The station is up again', topics: ['oceans'], section: 'climate' });
  await expect(async () => {
    for (const text of await all()) expect(text).toContain('The station is up again');
  }).toPass();
  for (const text of await all()) expect(text).not.toContain('A station goes down');
  // The picture with the old headline leads to the one with the new.
  const moved = await ask(site, preview);
  expect(moved.status).toBe(307);
  expect((await ask(site, moved.headers.location ?? '')).status).toBe(200);

  site.withdraw(slug);
  await expect(async () => expect((await ask(site, `/article/${slug}`)).status).toBe(404)).toPass();
  for (const text of [...(await all()), ...(await maps())]) expect(text).not.toContain(slug);
  expect((await ask(site, preview)).status).toBe(404);
  expect((await ask(site, moved.headers.location ?? '')).status).toBe(404);
  // With nothing new in them they are what they were.
  const after = await Promise.all(paths.map(async (path) => (await ask(site, path)).headers.etag));
  expect(after).toEqual(etags);
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

test('every address in the sitemaps is a page that names itself so, and robots may read it', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const robots = (await ask(site, '/robots.txt')).body;
  expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  const closed = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, prefix]) => prefix ?? '');
  expect(closed.length).toBeGreaterThan(4);
  const parts = texts((await ask(site, '/sitemap.xml')).body, 'loc');
  const addresses: string[] = [];
  for (const part of parts) {
    const answer = await ask(site, part.slice(site.url.length));
    expect(answer.headers['cache-control']).toBe(SHARED);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    addresses.push(...texts(answer.body, 'loc'));
  }
  expect(addresses.length).toBeGreaterThan(80);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) {
    const path = address.slice(site.url.length);
    const { status, body } = await ask(site, path);
    expect(status, path).toBe(200);
    const canonical = body.match(/<link rel="canonical" href="([^"]+)"/)?.[1];
    expect(canonical?.replace(/\/$/, ''), path).toBe(address.replace(/\/$/, ''));
    expect(
      closed.filter((prefix) => path.startsWith(prefix)),
      path,
    ).toEqual([]);
  }
  for (const path of ['/sitemap/articles-9999.xml', '/sitemap/nope.xml', '/sitemap/pages']) {
    expect((await ask(site, path)).status, path).toBe(404);
  }
});

test('a page says what it is to those who share it, with a picture of its own', async ({ site }) => {
  const pages: [path: string, type: string, alt: RegExp][] = [
    [ARTICLE, 'article', /^Your Globe, World: Pompeo/],
    ['/topic/iran', 'website', /^Your Globe, Middle East: Iran$/],
    ['/author/nora-lindqvist', 'website', /^Your Globe, Diplomatic correspondent: Nora Lindqvist$/],
  ];
  for (const [path, type, alt] of pages) {
    const { body } = await ask(site, path);
    const meta = metaOf(body);
    expect(meta, path).toMatchObject({
      'og:type': type,
      'og:url': `${site.url}${path}`,
      'og:site_name': 'Your Globe',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
      'twitter:image': meta['og:image'],
      'twitter:title': meta['og:title'],
    });
    expect(meta['og:description']?.length, path).toBeGreaterThan(20);
    expect(meta['og:image:alt'], path).toMatch(alt);
    const address = meta['og:image']?.slice(site.url.length) ?? '';
    const picture = await askForBytes(site, address);
    expect(picture.type).toBe('image/jpeg');
    expect(await sharp(picture.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1_200,
      height: 630,
    });
    const known = await ask(site, address, { headers: { 'if-none-match': picture.etag } });
    expect(known.status).toBe(304);
    const other = await ask(site, address.replace(/[^/]*$/, 'before.jpg'));
    expect([other.status, other.headers.location]).toEqual([307, address]);
  }
  const { body } = await ask(site, ARTICLE);
  expect(metaOf(body)['article:published_time']).toBe('2021-01-12T18:40:00.000Z');
  expect(metaOf(body)['article:section']).toBe('World');
  expect([...body.matchAll(/property="article:tag"/g)].length).toBeGreaterThan(3);
  for (const path of [
    '/preview/article/nope/a.jpg',
    '/preview/user/iran/a.jpg',
    '/preview/topic/nora-lindqvist/a.jpg',
  ]) {
    expect((await ask(site, path)).status, path).toBe(404);
  }
});

test('pages carry structured data of what they are, and name their feeds', async ({ site }) => {
  const pages: [path: string, types: string[], feed: string | null][] = [
    ['/', ['WebSite'], '/feed'],
    [ARTICLE, ['NewsArticle', 'BreadcrumbList'], null],
    ['/topic/iran', ['CollectionPage', 'BreadcrumbList'], '/topic/iran/feed'],
    ['/author/nora-lindqvist', ['ProfilePage'], '/author/nora-lindqvist/feed'],
  ];
  for (const [path, types, feed] of pages) {
    const { body } = await ask(site, path);
    expect(structuredData(body).map((thing) => thing['@type'])).toEqual(types);
    const feeds = [...body.matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g)].map(
      ([, type, href]) => [type, href],
    );
    const wanted = [
      ['application/rss+xml', `${site.url}${feed}.xml`],
      ['application/feed+json', `${site.url}${feed}.json`],
    ];
    expect(feeds, path).toEqual(feed ? wanted : []);
  }
});

test('T21 hostile words end no script block, break no feed and draw a picture all the same', async ({
  site,
}) => {
  const slug = 'hostile-words';
  const headline = '</script><script>alert(1)</script> & "quoted" <!-- ]]> <b>';
  site.publish(slug, { headline, dek: `${headline} dek`, topics: ['mars'] });
  let page: Answer | undefined;
  await expect(async () => {
    page = await ask(site, `/article/${slug}`);
    expect(page.status).toBe(200);
  }).toPass();
  const html = page?.body ?? '';
  expect(structuredData(html)[0]).toMatchObject({ '@type': 'NewsArticle', headline });
  expect(html).not.toContain('<script>alert(1)');
  const rss = (await ask(site, '/topic/mars/feed.xml')).body;
  expect(texts(rss, 'title')).toContain(headline);
  for (const description of texts(rss, 'description')) expect(description).not.toContain('<');
  expect(texts((await ask(site, '/news-sitemap.xml')).body, 'news:title')).toContain(headline);
  const preview = metaOf(html)['og:image']?.slice(site.url.length) ?? '';
  expect((await ask(site, preview)).status).toBe(200);
  site.withdraw(slug);
  await expect(async () => expect((await ask(site, `/article/${slug}`)).status).toBe(404)).toPass();
});

async function askForBytes(site: Site, path: string) {
  const response = await fetch(`${site.url}${path}`);
  expect(response.status, path).toBe(200);
  return {
    type: response.headers.get('content-type'),
    etag: response.headers.get('etag') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
