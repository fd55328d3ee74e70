import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonFeed } from './json-feed.ts';
import { HOSTILE_TEXT, TEST_SITE, testArticle, testChannel } from './testing.ts';

const address = z.url({ protocol: /^https$/ });
/** JSON Feed 1.1, as far as we use it: nothing else may be in it. */
const shape = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string().min(1).optional(),
  favicon: address,
  language: z.literal('en'),
  items: z.array(
    z.strictObject({
      id: address,
      url: address,
      title: z.string().min(1),
      content_text: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string(), url: address })),
      tags: z.array(z.string()),
      image: address.optional(),
    }),
  ),
});

test('a feed has the shape of JSON Feed 1.1', () => {
  const text = jsonFeed(
    testChannel([
      testArticle('one', { updatedAt: '2021-01-13T08:00:00.000Z' }),
      testArticle('two', { photo: null, authors: [] }),
    ]),
    TEST_SITE,
  );
  const feed = shape.parse(JSON.parse(text));
  expect(feed.feed_url).toBe('https://news.example.com/topic/iran/feed.json');
  expect(feed.items[0]).toEqual({
    id: 'https://news.example.com/article/one',
    url: 'https://news.example.com/article/one',
    title: 'Headline of one',
    content_text: 'What one is about.',
    date_published: '2021-01-12T18:40:00.000Z',
    date_modified: '2021-01-13T08:00:00.000Z',
    authors: [
      { name: 'Ann Ash', url: 'https://news.example.com/author/ann' },
      { name: 'Bob Birch', url: 'https://news.example.com/author/bob' },
    ],
    tags: ['World', 'Iran'],
    image: 'https://news.example.com/media/0123456789ab/one.jpg',
  });
  expect(feed.items[1]?.date_modified).toBe(feed.items[1]?.date_published);
});

test('T21 text is text, never HTML; an empty description is left out', () => {
  const text = jsonFeed(
    testChannel([testArticle('one', { dek: HOSTILE_TEXT })], { description: '' }),
    TEST_SITE,
  );
  const feed = shape.parse(JSON.parse(text));
  expect(feed.items[0]?.content_text).toBe(HOSTILE_TEXT);
  expect(feed).not.toHaveProperty('description');
});
