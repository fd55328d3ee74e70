import { queryOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import { pause } from '@/lib/pause.ts';
import { sentWithPage } from '@/lib/sent-data.ts';
import type {
  ArticleTopicsChange,
  ArticleTopicsDto,
  ChangedArticlesDto,
  FoundArticlesDto,
  TopicArticlesChange,
  TopicArticlesDto,
  TopicArticlesQuery,
} from './article-topics.dto.ts';

const STALE_MS = 30_000;
const TYPING_PAUSE_MS = 180;

const topicPath = (slug: string) => `/api/admin/topics/${encodeURIComponent(slug)}/articles`;
const articlePath = (slug: string) => `/api/admin/articles/${encodeURIComponent(slug)}/topics`;

/** The newest articles with these words in the headline, once typing pauses. */
export function articleMatchesQuery(q: string) {
  return queryOptions({
    queryKey: ['admin-articles', 'match', q],
    queryFn: async ({ signal }) => {
      await pause(TYPING_PAUSE_MS, signal);
      return getJson<FoundArticlesDto>(`/api/admin/articles?${new URLSearchParams({ q })}`, signal);
    },
    enabled: q !== '',
    staleTime: STALE_MS,
  });
}

/** A page of a topic's articles; the server sends the first answer with the page. */
export const topicArticlesQuery = (slug: string, query: TopicArticlesQuery, page: TopicArticlesDto) =>
  queryOptions({
    queryKey: ['admin-articles', 'topic', slug, query],
    queryFn: ({ signal }) =>
      getJson<TopicArticlesDto>(`${topicPath(slug)}?${new URLSearchParams(query)}`, signal),
    initialData: page,
    ...sentWithPage(page),
  });

/** What changes whenever topics of an article do. */
export const articlesKey = ['admin-articles'] as const;

/** Puts articles into a topic, takes them out, or moves them to another one. */
export function sendTopicArticles(
  slug: string,
  change: Partial<TopicArticlesChange>,
): Promise<ChangedArticlesDto> {
  return send<ChangedArticlesDto>('POST', topicPath(slug), change);
}

/** Gives an article these topics, if they are of `change.version` still. */
export function sendArticleTopics(slug: string, change: ArticleTopicsChange): Promise<ArticleTopicsDto> {
  return send<ArticleTopicsDto>('PUT', articlePath(slug), change);
}

/** Lets the article's file decide its topics again. */
export function sendToFile(slug: string): Promise<ArticleTopicsDto> {
  return send<ArticleTopicsDto>('DELETE', articlePath(slug));
}
