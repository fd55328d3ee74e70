'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TopicArticlesChange } from '@/features/articles/article-topics.dto.ts';
import { articlesKey, sendTopicArticles } from '@/features/articles/article-topics.queries.ts';

/** Changes which articles are in a topic, and shows the list as it is then. */
export function useTopicArticles(slug: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `topic-articles:${slug}` },
    mutationFn: (change: Partial<TopicArticlesChange>) => sendTopicArticles(slug, change),
    onSuccess: () => client.invalidateQueries({ queryKey: articlesKey }),
  });
}
