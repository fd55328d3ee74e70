'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isAccepted } from '@/features/jobs/jobs.queries.ts';
import { ApiError } from '@/lib/api-client.ts';
import { sendTopicChange } from './topic-admin.queries.ts';
import type { EditedTopicDto, TopicChange } from './topic-editing.dto.ts';

const keyOf = (slug: string) => ['edited-topic', slug];

/** The newest the sections of a topic's page know of it; `initial` is what the page was made with. */
export function useEditedTopic(initial: EditedTopicDto): EditedTopicDto {
  const { data } = useQuery({
    queryKey: keyOf(initial.slug),
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data.version > initial.version ? data : initial;
}

/**
 * Sends a change of a topic as `version`; what comes of it is known to every section of the page, unless
 * it is a job first.
 */
export function useTopicChange(topic: EditedTopicDto) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `topic:${topic.slug}` },
    mutationFn: (change: Omit<TopicChange, 'version'>) =>
      sendTopicChange(topic.slug, { ...change, version: topic.version }),
    onSuccess: (changed) => {
      if (isAccepted(changed)) return;
      for (const slug of [topic.slug, changed.slug]) client.setQueryData(keyOf(slug), changed);
      return client.invalidateQueries({ queryKey: ['admin-topics'] });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.current) client.setQueryData(keyOf(topic.slug), error.current);
    },
  });
}
