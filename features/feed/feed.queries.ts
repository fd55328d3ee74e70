import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import type { FeedPageDto } from './feed.dto.ts';

export const feedKey = ['feed'] as const;

const pagePath = (topic: string | null, cursor: string | null) => {
  const query = new URLSearchParams({ ...(topic && { topic }), ...(cursor && { cursor }) });
  return `/api/feed${query.size > 0 ? `?${query}` : ''}`;
};

/** The pages of Following, whole or of one followed topic; the first is rendered by the server. */
export const feedQuery = (topic: string | null, firstPage?: FeedPageDto) =>
  infiniteQueryOptions({
    queryKey: [...feedKey, topic],
    queryFn: ({ pageParam, signal }) => getJson<FeedPageDto>(pagePath(topic, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: FeedPageDto) => page.nextCursor,
    ...(firstPage && {
      initialData: { pages: [firstPage], pageParams: [null] } satisfies InfiniteData<FeedPageDto, null>,
    }),
    // The page in hand is the truth until the reader changes something or comes back.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Tells the server how far the reader has seen; `upTo` is the mark of the page that was shown. */
export function sendSeen(upTo: string): Promise<void> {
  return send('POST', '/api/feed/seen', { upTo });
}
