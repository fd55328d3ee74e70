import { element, escapeMarkup, type Xml, xmlDocument } from '@/lib/xml.ts';
import { type Channel, type ChannelItem, changedAt, photoType, type SiteFacts } from './channel.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/**
 * A channel as RSS 2.0 (https://www.rssboard.org/rss-specification and its best practices profile),
 * with Dublin Core for names, because RSS's own author is an e-mail address, and Media RSS for photos.
 * The same channel makes the same text: nothing in it is the time of making.
 */
export function rssFeed(channel: Channel, site: SiteFacts): string {
  const { appUrl } = site;
  const [newest] = channel.items.map(({ article }) => changedAt(article)).sort((a, b) => (a < b ? 1 : -1));
  return xmlDocument(
    element(
      'rss',
      { version: '2.0', ...NAMESPACES },
      element(
        'channel',
        {},
        element('title', {}, channel.title),
        element('link', {}, `${appUrl}${channel.pagePath}`),
        element('description', {}, escapeMarkup(channel.description)),
        element('language', {}, site.language),
        newest ? element('lastBuildDate', {}, rfc822(newest)) : null,
        element('atom:link', {
          href: `${appUrl}${channel.feedPath}.xml`,
          rel: 'self',
          type: 'application/rss+xml',
        }),
        ...channel.items.map((item) => rssItem(item, appUrl)),
      ),
    ),
  );
}

function rssItem({ article, photoBytes }: ChannelItem, appUrl: string): Xml {
  const url = `${appUrl}/article/${article.slug}`;
  const categories = new Set([article.section.name, ...article.topics.map((topic) => topic.name)]);
  return element(
    'item',
    {},
    element('title', {}, article.headline),
    element('link', {}, url),
    element('guid', { isPermaLink: 'true' }, url),
    element('pubDate', {}, rfc822(article.publishedAt)),
    ...article.authors.map((author) => element('dc:creator', {}, author.name)),
    ...[...categories].map((category) => element('category', {}, category)),
    // Readers take a description for HTML, so what is text has to be escaped as HTML first (T21).
    element('description', {}, escapeMarkup(article.dek)),
    ...photoElements(article.photo, photoBytes, appUrl),
  );
}

function photoElements(photo: ChannelItem['article']['photo'], bytes: number | null, appUrl: string) {
  if (!photo) return [];
  const url = `${appUrl}${photo.src}`;
  const type = photoType(photo.src);
  const { width, height } = photo;
  return [
    // An enclosure must say its length; Media RSS need not.
    bytes === null ? null : element('enclosure', { url, length: bytes, type }),
    element(
      'media:content',
      { url, type, medium: 'image', fileSize: bytes, width, height },
      element('media:description', { type: 'plain' }, photo.caption),
      element('media:credit', {}, photo.credit),
    ),
  ];
}

/** A date as RSS wants it (RFC 822 with a year of four digits): `Tue, 12 Jan 2021 18:40:00 GMT`. */
function rfc822(iso: string): string {
  return new Date(iso).toUTCString();
}
