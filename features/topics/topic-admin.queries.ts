import { queryOptions } from '@tanstack/react-query';
import type { AcceptedDto } from '@/features/jobs/jobs.dto.ts';
import { getJson, send } from '@/lib/api-client.ts';
import { pause } from '@/lib/pause.ts';
import type { EditedTopicDto, TopicChange, TopicCreation } from './topic-editing.dto.ts';
import type { TopicTableDto } from './topic-table.dto.ts';

const STALE_MS = 30_000;
const TYPING_PAUSE_MS = 180;

const topicPath = (slug: string) => `/api/admin/topics/${encodeURIComponent(slug)}`;
const tablePath = (query: Record<string, string>) => `/api/admin/topics?${new URLSearchParams(query)}`;

/** Topics in use whose names, aliases or slugs hold `q`, the best match first, once typing pauses. */
export function topicMatchesQuery(q: string) {
  return queryOptions({
    queryKey: ['admin-topics', 'match', q],
    queryFn: async ({ signal }) => {
      await pause(TYPING_PAUSE_MS, signal);
      return getJson<TopicTableDto>(tablePath({ q, state: 'active', sort: 'match' }), signal);
    },
    enabled: q !== '',
    staleTime: STALE_MS,
  });
}

/** A page of what stands directly under a topic, by name. */
export function getTopicChildren(
  parent: string,
  cursor: string,
  signal: AbortSignal,
): Promise<TopicTableDto> {
  return getJson<TopicTableDto>(tablePath({ parent, ...(cursor && { cursor }) }), signal);
}

/** Adds a topic. */
export function sendNewTopic(creation: Partial<TopicCreation>): Promise<EditedTopicDto> {
  return send<EditedTopicDto>('POST', '/api/admin/topics', creation);
}

/** Changes a topic that is of `change.version` still; a large move becomes a job. */
export function sendTopicChange(slug: string, change: TopicChange): Promise<EditedTopicDto | AcceptedDto> {
  return send<EditedTopicDto | AcceptedDto>('PATCH', topicPath(slug), change);
}
