import type { Metadata } from 'next';
import { SITE } from '@/content/site.ts';
import type { ArticleDto } from '@/features/articles/article.dto.ts';
import { PREVIEW_HEIGHT, PREVIEW_WIDTH, type Preview } from '@/features/previews/preview.ts';
import type { SiteFacts } from '@/features/syndication/channel.ts';
import { getContext } from './context.ts';
import { articlePreview, type PreviewKind, previewPath } from './previews.ts';

/** What pages say of themselves in their head: titles, link previews (OpenGraph), feeds. */

/** The paper as its feeds and sitemaps name it. Only while the server runs. */
export function siteFacts(): SiteFacts {
  return { appUrl: getContext().settings.appUrl, name: SITE.name, language: SITE.language };
}

/** The drawn picture of a page for link previews. Its `alt` is the words in it. */
function previewImages(kind: PreviewKind, slug: string, preview: Preview, appUrl: string) {
  const url = `${appUrl}${previewPath(kind, slug, preview)}`;
  const alt = `${SITE.name}, ${preview.kicker}: ${preview.title}`;
  return [{ url, width: PREVIEW_WIDTH, height: PREVIEW_HEIGHT, type: 'image/jpeg', alt }];
}

/** Without the sizes, which Next would say once more, in every page twice. */
function twitterCard(images: { url: string; alt: string }[]) {
  return { card: 'summary_large_image' as const, images: images.map(({ url, alt }) => ({ url, alt })) };
}

/** Title, description, canonical address and link preview of an article. */
export function articleMetadata(article: ArticleDto, appUrl: string): Metadata {
  const url = `${appUrl}/article/${article.slug}`;
  const { headline, dek } = article;
  const images = previewImages('article', article.slug, articlePreview(article), appUrl);
  const authors = article.authors.map(({ slug, name }) => ({ name, url: `${appUrl}/author/${slug}` }));
  return {
    title: headline,
    description: dek,
    alternates: { canonical: url },
    authors,
    openGraph: {
      type: 'article',
      siteName: SITE.name,
      url,
      title: headline,
      description: dek,
      publishedTime: article.publishedAt,
      ...(article.updatedAt && { modifiedTime: article.updatedAt }),
      authors: authors.map((author) => author.url),
      section: article.section.name,
      tags: article.topics.map((topic) => topic.name),
      images,
    },
    twitter: twitterCard(images),
  };
}

/** How wide photos in link previews are; one of the widths that Next makes (next.config.ts), as JPEG for who asks for no WebP. */
const SHARED_PHOTO_WIDTH = 1_200;

/** The page of one photo of an article, by its place in the gallery from 1. */
export function photoPath(slug: string, place: number): string {
  return `/article/${slug}/photo/${place}`;
}

/** Title, canonical address and link preview of one photo's page: the photo itself and its caption. */
export function photoMetadata(article: ArticleDto, place: number, appUrl: string): Metadata {
  const { slug, headline, photos } = article;
  const photo = photos[place - 1];
  if (!photo) return MISSING;
  const url = `${appUrl}${photoPath(slug, place)}`;
  const title = `${headline} (photo ${place} of ${photos.length})`;
  const width = Math.min(photo.width, SHARED_PHOTO_WIDTH);
  const image = new URLSearchParams({ url: photo.src, w: `${SHARED_PHOTO_WIDTH}`, q: '75' });
  const images = [
    {
      url: `${appUrl}/_next/image?${image}`,
      width,
      height: Math.round((photo.height * width) / photo.width),
      alt: photo.alt,
    },
  ];
  return {
    title,
    description: photo.caption,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: SITE.name, url, title, description: photo.caption, images },
    twitter: twitterCard(images),
  };
}

/**
 * What a cached page says of itself when what it is about does not exist. `notFound()` would leave
 * its HTML empty without JavaScript, so such a page renders `MissingPage` and names its status here;
 * the page cache makes it the status of the answer (server/page-cache.ts).
 */
export const MISSING: Metadata = {
  title: 'Page not found',
  robots: { index: false },
  other: { 'page-status': '404' },
};

/** What else a page that lists articles has. */
type Listing = {
  /** Where its feeds are, without `.xml` and `.json`. */
  feedPath?: string;
  preview?: { kind: PreviewKind; slug: string; shown: Preview };
};

/** Title, description, canonical address, link preview and feeds of a page that lists articles. */
export function listingMetadata(
  title: string,
  description: string,
  path: string,
  appUrl: string,
  { feedPath, preview }: Listing = {},
): Metadata {
  const url = `${appUrl}${path}`;
  const images = preview && previewImages(preview.kind, preview.slug, preview.shown, appUrl);
  return {
    title,
    description,
    alternates: { canonical: url, ...(feedPath && { types: feedTypes(`${appUrl}${feedPath}`, title) }) },
    openGraph: {
      type: 'website',
      siteName: SITE.name,
      url,
      title,
      description,
      ...(images && { images }),
    },
    twitter: images ? twitterCard(images) : { card: 'summary' },
  };
}

/** The feeds that feed readers find in a page. */
function feedTypes(address: string, title: string) {
  return {
    'application/rss+xml': [{ url: `${address}.xml`, title: `${title} (RSS)` }],
    'application/feed+json': [{ url: `${address}.json`, title: `${title} (JSON Feed)` }],
  };
}
