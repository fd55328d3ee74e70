import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { rssFeed } from './rss.ts';
import { HOSTILE_TEXT, HOSTILE_TEXT_KEPT, TEST_SITE, testArticle, testChannel } from './testing.ts';

/** RFC 822 with a year of four digits, as RSS has it. */
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const children = (parent: XmlElement | null | undefined, name: string) =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => 'name' in child && (child as XmlElement).name === name,
  );
const only = (parent: XmlElement | null | undefined, name: string) => {
  const found = children(parent, name);
  expect(found, name).toHaveLength(1);
  return found[0] as XmlElement;
};
const read = (text: string) => only(parseXml(text).root, 'channel');

test('the channel has what RSS asks for, and every address is whole', () => {
  const text = rssFeed(
    testChannel([
      testArticle('older', { updatedAt: '2021-01-14T09:00:00.000Z' }),
      testArticle('newer', { publishedAt: '2021-01-13T10:00:00.000Z' }),
    ]),
    TEST_SITE,
  );
  expect(parseXml(text).root?.attributes).toMatchObject({ version: '2.0' });
  const channel = read(text);
  expect(only(channel, 'title').text).toBe('Iran · The Example');
  expect(only(channel, 'link').text).toBe('https://news.example.com/topic/iran');
  expect(only(channel, 'description').text).toBe('What happens in Iran.');
  expect(only(channel, 'language').text).toBe('en');
  expect(only(channel, 'lastBuildDate').text).toBe('Thu, 14 Jan 2021 09:00:00 GMT');
  expect(only(channel, 'atom:link').attributes).toEqual({
    href: 'https://news.example.com/topic/iran/feed.xml',
    rel: 'self',
    type: 'application/rss+xml',
  });
  for (const [, address] of text.matchAll(/(?:url|href)="([^"]*)"|<(?:link|guid)[^>]*>([^<]*)</g)) {
    if (address) expect(new URL(address).origin).toBe('https://news.example.com');
  }
});

test('an item is told by its permanent address, dated, signed, filed and pictured', () => {
  const channel = read(rssFeed(testChannel([testArticle('one'), testArticle('two')]), TEST_SITE));
  const items = children(channel, 'item');
  const guids = items.map((item) => only(item, 'guid'));
  expect(new Set(guids.map((guid) => guid.text)).size).toBe(2);
  const [item] = items;
  expect(guids[0]?.attributes).toEqual({ isPermaLink: 'true' });
  expect(guids[0]?.text).toBe('https://news.example.com/article/one');
  expect(only(item, 'link').text).toBe('https://news.example.com/article/one');
  expect(only(item, 'pubDate').text).toMatch(RFC_822);
  expect(only(item, 'pubDate').text).toBe('Tue, 12 Jan 2021 18:40:00 GMT');
  expect(children(item, 'dc:creator').map((name) => name.text)).toEqual(['Ann Ash', 'Bob Birch']);
  // The section, which is among the topics too, once.
  expect(children(item, 'category').map((name) => name.text)).toEqual(['World', 'Iran']);
  const url = 'https://news.example.com/media/0123456789ab/one.jpg';
  expect(only(item, 'enclosure').attributes).toEqual({ url, length: '12345', type: 'image/jpeg' });
  const media = only(item, 'media:content');
  expect(media.attributes).toMatchObject({ url, type: 'image/jpeg', fileSize: '12345', width: '1600' });
  expect(only(media, 'media:credit').text).toBe('Illustration/The Example');
});

test('a photo whose file is gone is no enclosure, which would need its length; no photo is none at all', () => {
  const article = testArticle('one');
  const gone = read(rssFeed(testChannel([], { items: [{ article, photoBytes: null }] }), TEST_SITE));
  expect(children(only(gone, 'item'), 'enclosure')).toEqual([]);
  expect(only(only(gone, 'item'), 'media:content').attributes).not.toHaveProperty('fileSize');
  const bare = read(rssFeed(testChannel([testArticle('one', { photo: null, authors: [] })]), TEST_SITE));
  expect(children(only(bare, 'item'), 'media:content')).toEqual([]);
});

test('T21 hostile text stays text: as XML, and once more where readers take it for HTML', () => {
  const hostile = testArticle('one', {
    headline: HOSTILE_TEXT,
    dek: HOSTILE_TEXT,
    authors: [{ slug: 'x', name: HOSTILE_TEXT }],
    topics: [{ slug: 'y', name: HOSTILE_TEXT }],
  });
  const channel = read(
    rssFeed(testChannel([hostile], { title: HOSTILE_TEXT, description: HOSTILE_TEXT }), TEST_SITE),
  );
  const item = only(channel, 'item');
  for (const text of [only(channel, 'title'), only(item, 'title'), only(item, 'dc:creator')]) {
    expect(text.text).toBe(HOSTILE_TEXT_KEPT);
  }
  expect(children(item, 'category').map((name) => name.text)).toContain(HOSTILE_TEXT_KEPT);
  for (const html of [only(channel, 'description'), only(item, 'description')]) {
    expect(html.text).not.toContain('<');
    expect(html.text).toContain('A &amp; B &lt;c&gt;');
  }
});

test('an empty feed is a feed, and the same articles make the same text', () => {
  const empty = read(rssFeed(testChannel([]), TEST_SITE));
  expect(children(empty, 'item')).toEqual([]);
  expect(children(empty, 'lastBuildDate')).toEqual([]);
  const again = () => rssFeed(testChannel([testArticle('one')]), TEST_SITE);
  expect(again()).toBe(again());
});
