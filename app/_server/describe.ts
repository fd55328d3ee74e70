import type { Metadata } from 'next';
import { SITE } from '@/content/site.ts';
import type { ArticleDto, PhotoDto } from '@/features/articles/article.dto.ts';
import type { SiteFacts } from '@/features/syndication/channel.ts';
import { getContext } from './context.ts';

/** What pages say of themselves to machines: link previews (OpenGraph) and structured data (schema.org). */

/** The paper as its feeds and sitemaps name it. Only while the server runs. */
export function siteFacts(): SiteFacts {
  return { appUrl: getContext().settings.appUrl, name: SITE.name, language: SITE.language };
}

const PREVIEW_WIDTH = 1_200;

/** The address of a photo at the size link previews use. */
function previewImage(photo: PhotoDto, appUrl: string): string {
  return `${appUrl}/_next/image?url=${encodeURIComponent(photo.src)}&w=${PREVIEW_WIDTH}&q=75`;
}

/** Title, description, canonical address and link preview of an article. */
export function articleMetadata(article: ArticleDto, appUrl: string): Metadata {
  const url = `${appUrl}/article/${article.slug}`;
  const { headline, dek, photo } = article;
  const size = photo && {
    width: PREVIEW_WIDTH,
    height: Math.round((PREVIEW_WIDTH * photo.height) / photo.width),
  };
  return {
    title: headline,
    description: dek,
    alternates: { canonical: url },
    authors: article.authors.map((author) => ({ name: author.name, url: `${appUrl}/author/${author.slug}` })),
    openGraph: {
      type: 'article',
      siteName: SITE.name,
      url,
      title: headline,
      description: dek,
      publishedTime: article.publishedAt,
      ...(article.updatedAt && { modifiedTime: article.updatedAt }),
      section: article.section.name,
      tags: article.topics.map((topic) => topic.name),
      ...(photo && { images: [{ url: previewImage(photo, appUrl), alt: photo.alt, ...size }] }),
    },
    twitter: { card: photo ? 'summary_large_image' : 'summary' },
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

/** Title, description and canonical address of a page that lists articles. */
export function listingMetadata(title: string, description: string, path: string, appUrl: string): Metadata {
  const url = `${appUrl}${path}`;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: SITE.name, url, title, description },
  };
}

/** An article as schema.org NewsArticle (https://schema.org/NewsArticle). */
export function articleJsonLd(article: ArticleDto, appUrl: string): object {
  const url = `${appUrl}/article/${article.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: article.headline,
    description: article.dek,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    articleSection: article.section.name,
    keywords: article.topics.map((topic) => topic.name),
    wordCount: article.wordCount,
    inLanguage: 'en',
    isAccessibleForFree: true,
    image: article.photos.map((photo) => ({
      '@type': 'ImageObject',
      url: `${appUrl}${photo.src}`,
      width: photo.width,
      height: photo.height,
      caption: photo.caption,
      creditText: photo.credit,
    })),
    author: article.authors.map((author) => ({
      '@type': 'Person',
      name: author.name,
      url: `${appUrl}/author/${author.slug}`,
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: SITE.name, url: appUrl },
    ...(article.dateline && { locationCreated: { '@type': 'Place', name: article.dateline } }),
  };
}
