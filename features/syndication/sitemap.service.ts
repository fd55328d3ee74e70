import type { Db } from '@/db/client.ts';
import {
  listNews,
  listSitemapRanges,
  listSitemapRows,
  SITEMAP_NOUNS,
  type SitemapNoun,
  type SitemapRow,
} from '@/db/queries/sitemap.ts';
import { element, type Xml, xmlDocument, xmlStream } from '@/lib/xml.ts';
import type { SiteFacts } from './channel.ts';

/**
 * Sitemaps (https://www.sitemaps.org/protocol.html): an index, and parts that each name the public
 * pages of one range of ids. A part may hold 50,000 addresses; ours hold fewer, so that none takes long.
 */

export const PART_SIZE = 10_000;
const BATCH_SIZE = 1_000;
const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
const NEWS_NAMESPACE = { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' };
const NEWS_HOURS = 48;
const MAX_NEWS = 1_000;
/** Pages that are about nothing that has a row of its own. */
const PAGES = ['/', '/topics'];

/** The index: every part that has something in it. */
export async function sitemapIndex(db: Db, { appUrl }: SiteFacts): Promise<string> {
  const parts = ['pages'];
  for (const noun of SITEMAP_NOUNS) {
    const ranges = await listSitemapRanges(db, noun, PART_SIZE);
    parts.push(...ranges.map((range) => `${noun}s-${range + 1}`));
  }
  const entries = parts.map((part) =>
    element('sitemap', {}, element('loc', {}, `${appUrl}/sitemap/${part}.xml`)),
  );
  return xmlDocument(element('sitemapindex', NAMESPACE, ...entries));
}

/**
 * One part by its file name (`articles-3.xml`), read from the database a thousand rows at a time while
 * it is sent, or null when there is no such part.
 */
export async function sitemapPart(
  db: Db,
  file: string,
  { appUrl }: SiteFacts,
): Promise<AsyncGenerator<string, void> | null> {
  if (file === 'pages.xml') {
    return xmlStream('urlset', NAMESPACE, only(PAGES.map((path) => urlEntry(`${appUrl}${path}`, null))));
  }
  const [, noun, number] = /^(article|topic|author)s-([1-9]\d{0,8})\.xml$/.exec(file) ?? [];
  if (!noun || !number) return null;
  const batches = rowsOf(db, noun as SitemapNoun, (Number(number) - 1) * PART_SIZE);
  // An empty part is none, which has to be known before the answer begins.
  const first = await batches.next();
  if (first.done) return null;
  return xmlStream('urlset', NAMESPACE, entriesOf(first.value, batches, `${appUrl}/${noun}/`));
}

/** The last two days as news sitemaps want them, a thousand articles at most. */
export async function newsSitemap(db: Db, site: SiteFacts, now: Date): Promise<string> {
  const since = new Date(now.getTime() - NEWS_HOURS * 3_600_000);
  const articles = await listNews(db, since, MAX_NEWS);
  const entries = articles.map(({ slug, headline, publishedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, `${site.appUrl}/article/${slug}`),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, site.name),
          element('news:language', {}, site.language),
        ),
        element('news:publication_date', {}, publishedAt),
        element('news:title', {}, headline),
      ),
    ),
  );
  return xmlDocument(element('urlset', { ...NAMESPACE, ...NEWS_NAMESPACE }, ...entries));
}

async function* rowsOf(db: Db, noun: SitemapNoun, afterId: number): AsyncGenerator<SitemapRow[], void> {
  const lastId = afterId + PART_SIZE;
  for (let from = afterId; ; ) {
    const rows = await listSitemapRows(db, noun, from, lastId, BATCH_SIZE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_SIZE) return;
    from = last.id;
  }
}

async function* entriesOf(
  first: SitemapRow[],
  rest: AsyncGenerator<SitemapRow[], void>,
  prefix: string,
): AsyncGenerator<Xml[], void> {
  const toEntry = ({ slug, changedAt }: SitemapRow) => urlEntry(`${prefix}${slug}`, changedAt);
  yield first.map(toEntry);
  for await (const rows of rest) yield rows.map(toEntry);
}

async function* only(entries: Xml[]): AsyncGenerator<Xml[], void> {
  yield entries;
}

function urlEntry(address: string, changedAt: string | null): Xml {
  return element(
    'url',
    {},
    element('loc', {}, address),
    changedAt === null ? null : element('lastmod', {}, changedAt),
  );
}
