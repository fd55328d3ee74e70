import { queryOptions } from '@tanstack/react-query';
import type { TopicListingDto } from '@/features/topics/topic.dto.ts';
import { getJson } from '@/lib/api-client.ts';
import { pause } from '@/lib/pause.ts';

const STALE_MS = 60_000;
const TYPING_PAUSE_MS = 180;
const SUGGESTED = 5;
/** One letter begins half of all names. */
const MIN_LENGTH = 2;
/** The most that is asked for (`topicQueryDto`). */
const MAX_LENGTH = 100;

/** Topics that what is being typed may mean, once typing pauses. */
export function suggestedTopicsQuery(q: string) {
  const wanted = q.trim();
  return queryOptions({
    queryKey: ['suggested-topics', wanted],
    queryFn: async ({ signal }) => {
      await pause(TYPING_PAUSE_MS, signal);
      const search = new URLSearchParams({ q: wanted, limit: String(SUGGESTED) });
      return getJson<{ topics: TopicListingDto[] }>(`/api/topics?${search}`, signal);
    },
    enabled: wanted.length >= MIN_LENGTH && wanted.length <= MAX_LENGTH,
    staleTime: STALE_MS,
  });
}
