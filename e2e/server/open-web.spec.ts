import sharp from 'sharp';
import { type Answer, ask } from '../http.ts';
import { askForBytes, metaOf, SHARED, structuredData, texts } from '../machine-reading.ts';
import { expect, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

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

test('each photo of an article has a page whose link preview is that photo, for as long as it is there', async ({
  site,
}) => {
  const { body: html } = await ask(site, ARTICLE);
  const hrefs = [...html.matchAll(/href="([^"]+)" data-gallery-photo/g)].map(([, href]) => href ?? '');
  expect(hrefs).toEqual([1, 2, 3].map((place) => `${ARTICLE}/photo/${place}`));
  const pictures = new Set<string>();
  for (const path of hrefs) {
    const answer = await ask(site, path);
    expect(answer.headers['cache-control'], path).toBe(SHARED);
    expect(answer.body).toContain(`<link rel="canonical" href="${site.url}${path}"`);
    const meta = metaOf(answer.body);
    const title = `Pompeo accuses Iran of secret ties with al-Qaeda, a week before leaving office (photo ${path.at(-1)} of 3)`;
    expect(meta).toMatchObject({
      'og:url': `${site.url}${path}`,
      'og:title': title,
      'og:description': meta.description,
      'twitter:card': 'summary_large_image',
      'twitter:image': meta['og:image'],
    });
    expect(answer.body).toMatch(new RegExp(`<figcaption[^>]*>${meta['og:description']}`));
    const address = (meta['og:image'] ?? '').slice(site.url.length).replaceAll('&amp;', '&');
    const picture = await askForBytes(site, address);
    expect(picture.type).toBe('image/jpeg');
    expect(await sharp(picture.bytes).metadata()).toMatchObject({
      width: Number(meta['og:image:width']),
      height: Number(meta['og:image:height']),
    });
    pictures.add(meta['og:image'] ?? '');
  }
  expect(pictures.size).toBe(3);
  for (const place of ['0', '4', '01', '1.0', '-1', 'one', '1e0', '_']) {
    expect((await ask(site, `${ARTICLE}/photo/${place}`)).status, place).toBe(404);
  }
  expect((await ask(site, '/article/nope/photo/1')).status).toBe(404);
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
