import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ArticleDto } from '@/features/articles/article.dto.ts';
import { testArticle } from '@/features/syndication/testing.ts';
import { articleData, authorData, siteData, topicData } from './structured-data.ts';

/** Types and terms are checked against schema.org by the compiler (schema-dts); here, what is in them. */
const APP_URL = 'https://news.example.com';
const url = z.url({ protocol: /^https$/ });
const instant = z.iso.datetime();
const publisher = z.strictObject({
  '@type': z.literal('NewsMediaOrganization'),
  name: z.string().min(1),
  url,
  logo: z.strictObject({ '@type': z.literal('ImageObject'), url }),
});
const breadcrumbs = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.int(),
        name: z.string().min(1),
        item: url,
      }),
    )
    .min(2)
    .refine((items) => items.every(({ position }, index) => position === index + 1)),
});
const newsArticle = z.strictObject({
  '@type': z.literal('NewsArticle'),
  mainEntityOfPage: url,
  headline: z.string().min(1),
  description: z.string().min(1),
  datePublished: instant,
  dateModified: instant,
  articleSection: z.string(),
  about: z.array(z.strictObject({ '@type': z.literal('Thing'), name: z.string(), url })),
  wordCount: z.int(),
  inLanguage: z.string(),
  isAccessibleForFree: z.literal(true),
  image: z.union([
    url,
    z
      .array(
        z.strictObject({
          '@type': z.literal('ImageObject'),
          url,
          width: z.string().regex(/^\d+$/),
          height: z.string().regex(/^\d+$/),
          creditText: z.string(),
        }),
      )
      .min(1),
  ]),
  author: z
    .array(
      z.union([
        z.strictObject({ '@type': z.literal('Person'), name: z.string(), url }),
        z.strictObject({ '@type': z.literal('Organization'), name: z.string() }),
      ]),
    )
    .min(1),
  publisher,
  locationCreated: z.strictObject({ '@type': z.literal('Place'), name: z.string() }).optional(),
});
const graphOf = (...things: [z.ZodType, ...z.ZodType[]]) =>
  z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.tuple(things) });

const card = testArticle('one', { updatedAt: '2021-01-13T08:00:00.000Z' });
const article: ArticleDto = {
  ...card,
  bodyHtml: '<p>Text</p>',
  dateline: 'Washington',
  agency: null,
  wordCount: 300,
  readingMinutes: 1,
  photos: card.photo ? [card.photo] : [],
};

test('an article is a NewsArticle with dates, people, pictures, topics and the way to it', () => {
  const data = articleData(article, APP_URL, `${APP_URL}/preview/article/one/0.jpg`);
  graphOf(newsArticle, breadcrumbs).parse(data);
  expect(data['@graph'][0]).toMatchObject({
    dateModified: '2021-01-13T08:00:00.000Z',
    about: [
      { name: 'Iran', url: `${APP_URL}/topic/iran` },
      { name: 'World', url: `${APP_URL}/topic/world` },
    ],
    author: [{ url: `${APP_URL}/author/ann` }, { url: `${APP_URL}/author/bob` }],
    image: [{ width: '1600', height: '1067' }],
  });
  expect(data['@graph'][1]).toMatchObject({
    itemListElement: [
      { item: `${APP_URL}/` },
      { name: 'World', item: `${APP_URL}/topic/world` },
      { item: `${APP_URL}/article/one` },
    ],
  });
});

test('an agency’s article without a photo has the agency and the drawn picture', () => {
  const bare = { ...article, authors: [], agency: 'The Agency', photos: [], photo: null, dateline: null };
  const data = articleData(bare, APP_URL, `${APP_URL}/preview/article/one/0.jpg`);
  graphOf(newsArticle, breadcrumbs).parse(data);
  expect(data['@graph'][0]).toMatchObject({
    author: [{ '@type': 'Organization', name: 'The Agency' }],
    image: `${APP_URL}/preview/article/one/0.jpg`,
  });
});

test('a topic’s page is a collection with its articles in order, at its place in the tree', () => {
  const topic = {
    slug: 'iran',
    name: 'Iran',
    kind: 'place',
    description: '',
    aliases: ['Persia'],
    isRetired: false,
  } as const;
  const parents = [{ slug: 'world', name: 'World' }];
  const data = topicData({ ...topic, aliases: ['Persia'] }, parents, [card, testArticle('two')], APP_URL);
  const collection = z.strictObject({
    '@type': z.literal('CollectionPage'),
    url,
    name: z.string(),
    inLanguage: z.string(),
    about: z.strictObject({
      '@type': z.literal('Thing'),
      name: z.string(),
      alternateName: z.array(z.string()),
    }),
    mainEntity: z.strictObject({
      '@type': z.literal('ItemList'),
      itemListElement: z
        .array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), url }))
        .length(2),
    }),
  });
  graphOf(collection, breadcrumbs).parse(data);
  expect(JSON.stringify(data)).toContain(`"position":2,"url":"${APP_URL}/article/two"`);
});

test('an author’s page is a profile, the front page the site; the site promises no search it has not', () => {
  const author = { slug: 'ann', name: 'Ann Ash', role: '', bio: 'Writes.', topicId: 1 };
  const person = z.strictObject({
    '@type': z.literal('Person'),
    name: z.literal('Ann Ash'),
    url: z.literal(`${APP_URL}/author/ann`),
    description: z.literal('Writes.'),
    worksFor: publisher,
  });
  graphOf(z.strictObject({ '@type': z.literal('ProfilePage'), url, mainEntity: person })).parse(
    authorData(author, APP_URL),
  );
  graphOf(
    z.strictObject({
      '@type': z.literal('WebSite'),
      name: z.string(),
      url: z.literal(`${APP_URL}/`),
      description: z.string(),
      inLanguage: z.string(),
      publisher,
    }),
  ).parse(siteData(APP_URL));
});
