import type { BreadcrumbList, CollectionPage, NewsArticle, ProfilePage, Thing, WebSite } from 'schema-dts';
import { SITE } from '@/content/site.ts';
import type { ArticleCardDto, ArticleDto, LinkDto, PhotoDto } from '@/features/articles/article.dto.ts';
import type { AuthorPage } from '@/features/articles/articles.service.ts';
import type { TopicDto, TopicNameDto } from '@/features/topics/topic.dto.ts';

/** What pages say of themselves to machines as structured data (https://schema.org), one block a page. */

type StructuredData = { '@context': 'https://schema.org'; '@graph': Exclude<Thing, string>[] };

/** An article: NewsArticle, and the way to it from the front page. `preview` is its drawn picture's address. */
export function articleData(article: ArticleDto, appUrl: string, preview: string): StructuredData {
  const url = `${appUrl}/article/${article.slug}`;
  const news: NewsArticle = {
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: article.headline,
    description: article.dek,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    articleSection: article.section.name,
    about: article.topics.map(({ slug, name }) => ({
      '@type': 'Thing',
      name,
      url: `${appUrl}/topic/${slug}`,
    })),
    wordCount: article.wordCount,
    inLanguage: SITE.language,
    isAccessibleForFree: true,
    image: article.photos.length > 0 ? article.photos.map((photo) => imageOf(photo, appUrl)) : preview,
    author: authorsOf(article, appUrl),
    publisher: publisher(appUrl),
    ...(article.dateline && { locationCreated: { '@type': 'Place', name: article.dateline } }),
  };
  const { section, headline, slug } = article;
  const way = breadcrumbs(appUrl, [
    { path: `/topic/${section.slug}`, name: section.name },
    { path: `/article/${slug}`, name: headline },
  ]);
  return graph(news, way);
}

/** A topic's page: what it lists, and the way down the tree to it. */
export function topicData(
  topic: TopicDto,
  ancestors: TopicNameDto[],
  articles: ArticleCardDto[],
  appUrl: string,
): StructuredData {
  const url = `${appUrl}/topic/${topic.slug}`;
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    url,
    name: topic.name,
    ...(topic.description && { description: topic.description }),
    inLanguage: SITE.language,
    about: {
      '@type': 'Thing',
      name: topic.name,
      ...(topic.aliases.length > 0 && { alternateName: topic.aliases }),
    },
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: articles.map(({ slug }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: `${appUrl}/article/${slug}`,
      })),
    },
  };
  const steps = [...ancestors, topic].map(({ slug, name }) => ({ path: `/topic/${slug}`, name }));
  return graph(page, breadcrumbs(appUrl, steps));
}

/** An author's page: who writes. */
export function authorData({ slug, name, role, bio }: AuthorPage['author'], appUrl: string): StructuredData {
  const url = `${appUrl}/author/${slug}`;
  const page: ProfilePage = {
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      name,
      url,
      ...(role && { jobTitle: role }),
      ...(bio && { description: bio }),
      worksFor: publisher(appUrl),
    },
  };
  return graph(page);
}

/** The paper, on its front page. */
export function siteData(appUrl: string): StructuredData {
  const site: WebSite = {
    '@type': 'WebSite',
    name: SITE.name,
    url: `${appUrl}/`,
    description: SITE.description,
    inLanguage: SITE.language,
    publisher: publisher(appUrl),
  };
  return graph(site);
}

function graph(...things: Exclude<Thing, string>[]): StructuredData {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** The front page, then these. */
function breadcrumbs(appUrl: string, steps: { path: string; name: string }[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ path: '/', name: SITE.name }, ...steps].map(({ path, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${appUrl}${path}`,
    })),
  };
}

function imageOf(photo: PhotoDto, appUrl: string) {
  return {
    '@type': 'ImageObject' as const,
    url: `${appUrl}${photo.src}`,
    width: `${photo.width}`,
    height: `${photo.height}`,
    creditText: photo.credit,
  };
}

/** Who signed: people with pages, else the agency. */
function authorsOf({ authors, agency }: { authors: LinkDto[]; agency: string | null }, appUrl: string) {
  if (authors.length === 0 && agency) return [{ '@type': 'Organization' as const, name: agency }];
  return authors.map(({ slug, name }) => ({
    '@type': 'Person' as const,
    name,
    url: `${appUrl}/author/${slug}`,
  }));
}

function publisher(appUrl: string) {
  return {
    '@type': 'NewsMediaOrganization' as const,
    name: SITE.name,
    url: `${appUrl}/`,
    logo: { '@type': 'ImageObject' as const, url: `${appUrl}/apple-icon.png` },
  };
}
