import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { FeedPreviewPageDto } from './feed-preview.dto.ts';

const STALE_MS = 60_000;

/** The page of the feed of these topics; slugs in order, so that caches outside know it again. */
function getPage(
  slugs: string[],
  signal: AbortSignal,
  more: { topic?: string; cursor?: string } = {},
): Promise<FeedPreviewPageDto> {
  const query = new URLSearchParams({ topics: inOrder(slugs), ...more });
  // Commas may stand in a query as they are, and every slug is safe.
  return getJson<FeedPreviewPageDto>(`/api/feed/preview?${query}`.replaceAll('%2C', ','), signal);
}

const inOrder = (slugs: string[]) => slugs.toSorted().join(',');

/** What an unsaved choice of topics would bring: the first page, asked for anew once a minute at most. */
export const feedPreviewQuery = (slugs: string[]) =>
  queryOptions({
    queryKey: ['feed-preview', inOrder(slugs)],
    queryFn: ({ signal }) => getPage(slugs, signal),
    enabled: slugs.length > 0,
    staleTime: STALE_MS,
  });

/** The pages of Following for whoever has no account; anew for each visit, and then as they were. */
export const guestFeedQuery = (slugs: string[], topic: string | null) =>
  infiniteQueryOptions({
    queryKey: ['guest-feed', inOrder(slugs), topic],
    queryFn: ({ pageParam, signal }) =>
      getPage(slugs, signal, { ...(topic && { topic }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: FeedPreviewPageDto) => page.nextCursor,
    enabled: slugs.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
