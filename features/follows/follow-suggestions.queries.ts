import { queryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { FollowSuggestionDto } from './follow-suggestions.dto.ts';

/** Topics to follow beside what is followed. They stay while the page does, so that a follow can be taken back. */
export const followSuggestionsQuery = queryOptions({
  queryKey: ['follow-suggestions'] as const,
  queryFn: ({ signal }) => getJson<{ suggestions: FollowSuggestionDto[] }>('/api/follow-suggestions', signal),
  staleTime: Number.POSITIVE_INFINITY,
});
