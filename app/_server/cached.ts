import { cacheLife, cacheTag } from 'next/cache';
import { SITE } from '@/content/site.ts';
import type { ArticleCardDto, ArticleDto } from '@/features/articles/article.dto.ts';
import {
  type ArticleListPage,
  type AuthorPage,
  type FrontPage,
  getArticle,
  getAuthorPage,
  getFrontPage,
  getRelated,
  getTopicArticles,
} from '@/features/articles/articles.service.ts';
import { type Coverage, getCoverage } from '@/features/articles/coverage.service.ts';
import { TOPIC_TREE_TAG } from '@/features/topics/topic-tree-tag.ts';
import {
  type Directory,
  getDirectory,
  getTopicPage,
  type TopicPage,
} from '@/features/topics/topics.service.ts';
import { getContext } from './context.ts';

/**
 * What every reader shares, read once and kept until publishing names its tag. Nothing about the
 * reader may be read here.
 */

const RELATED_COUNT = 4;
const LIST_PAGE_SIZE = 30;

export async function cachedArticle(
  slug: string,
): Promise<{ article: ArticleDto; related: ArticleCardDto[] } | null> {
  'use cache';
  cacheLife('max');
  cacheTag(`article:${slug}`, TOPIC_TREE_TAG);
  const { db } = getContext();
  const article = await getArticle(db, slug);
  if (!article) return null;
  const related = await getRelated(db, slug, RELATED_COUNT);
  // A related article that is withdrawn must leave this page at once (T20).
  cacheTag(
    ...related.map((card) => `article:${card.slug}`),
    ...article.topics.map((topic) => `topic:${topic.slug}`),
  );
  return { article, related };
}

export async function cachedFrontPage(): Promise<(FrontPage & { madeAt: number }) | null> {
  'use cache';
  cacheLife('max');
  cacheTag('front', TOPIC_TREE_TAG);
  const slugs = SITE.sections.map((section) => section.slug);
  const front = await getFrontPage(getContext().db, slugs);
  return front && { ...front, madeAt: Date.now() };
}

export async function cachedTopic(
  slug: string,
  position: string | null = null,
): Promise<(TopicPage & ArticleListPage) | null> {
  'use cache';
  cacheLife('max');
  cacheTag(`topic:${slug}`, 'topics', TOPIC_TREE_TAG);
  const { db } = getContext();
  const page = await getTopicPage(db, slug);
  if (!page) return null;
  cacheTag(`topic:${page.topic.slug}`);
  return { ...page, ...(await getTopicArticles(db, page.id, LIST_PAGE_SIZE, position)) };
}

/** How much was published on a topic, by its present slug. */
export async function cachedCoverage(slug: string, topicId: number): Promise<Coverage | null> {
  'use cache';
  cacheLife('max');
  cacheTag(`topic:${slug}`, 'topics', TOPIC_TREE_TAG);
  return getCoverage(getContext().db, topicId);
}

export async function cachedAuthor(slug: string, position: string | null = null): Promise<AuthorPage | null> {
  'use cache';
  cacheLife('max');
  cacheTag(`author:${slug}`, TOPIC_TREE_TAG);
  return getAuthorPage(getContext().db, slug, LIST_PAGE_SIZE, position);
}

export async function cachedDirectory(): Promise<Directory> {
  'use cache';
  cacheLife('max');
  cacheTag('topics');
  return getDirectory(getContext().db);
}
