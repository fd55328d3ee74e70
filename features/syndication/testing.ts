import type { ArticleCardDto } from '@/features/articles/article.dto.ts';
import type { Channel, SiteFacts } from './channel.ts';

/** A paper. For tests. */
export const TEST_SITE: SiteFacts = {
  appUrl: 'https://news.example.com',
  name: 'The Example',
  language: 'en',
};

/** What no feed may let through as markup, or at all. */
export const HOSTILE_TEXT =
  'A & B <c> ]]> \u0007\u0000 </item> <script>alert(1)</script> \ufffe \ud800 “café” 🌍';
/** What is left of it: what XML cannot hold is gone, and half a character is a replacement character. */
export const HOSTILE_TEXT_KEPT = 'A & B <c> ]]>  </item> <script>alert(1)</script>  \ufffd “café” 🌍';

/** An article with a photo, two authors and two topics. For tests. */
export function testArticle(slug: string, fields: Partial<ArticleCardDto> = {}): ArticleCardDto {
  return {
    slug,
    headline: `Headline of ${slug}`,
    dek: `What ${slug} is about.`,
    photo: {
      src: `/media/0123456789ab/${slug}.jpg`,
      alt: 'A harbour at dawn',
      caption: 'The harbour, seen from the mole.',
      credit: 'Illustration/The Example',
      width: 1_600,
      height: 1_067,
      focalX: 0.5,
      focalY: 0.5,
      dominantColour: '#336699',
    },
    authors: [
      { slug: 'ann', name: 'Ann Ash' },
      { slug: 'bob', name: 'Bob Birch' },
    ],
    section: { slug: 'world', name: 'World' },
    publishedAt: '2021-01-12T18:40:00.000Z',
    updatedAt: null,
    topics: [
      { slug: 'iran', name: 'Iran' },
      { slug: 'world', name: 'World' },
    ],
    ...fields,
  };
}

/** A topic's feed of these articles, whose photos have 12,345 bytes. For tests. */
export function testChannel(articles: ArticleCardDto[], fields: Partial<Channel> = {}): Channel {
  return {
    title: 'Iran · The Example',
    description: 'What happens in Iran.',
    pagePath: '/topic/iran',
    feedPath: '/topic/iran/feed',
    items: articles.map((article) => ({ article, photoBytes: article.photo && 12_345 })),
    ...fields,
  };
}
