import { environmentManager, type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import type { FeedCards, MarkedReadDto, NewCountDto } from './feed.dto.ts';

const KEPT_MS = 60 * 60_000;

export const feedKey = ['feed'] as const;

/** How Following is narrowed: to one followed topic, to what is unread, or not at all. */
export type FeedFilter = { topic: string | null; unreadOnly: boolean };

/** The query string of a page of Following, for its address and for the API alike. */
export function feedSearch({ topic, unreadOnly }: FeedFilter, cursor: string | null = null): string {
  const query = new URLSearchParams({
    ...(topic && { topic }),
    ...(unreadOnly && { unread: '1' }),
    ...(cursor && { cursor }),
  });
  return query.size > 0 ? `?${query}` : '';
}

/** The pages of Following, whole or narrowed; the first is rendered by the server. */
export const feedQuery = (filter: FeedFilter, firstPage?: FeedCards) =>
  infiniteQueryOptions({
    queryKey: [...feedKey, filter.topic, filter.unreadOnly],
    queryFn: ({ pageParam, signal }) =>
      getJson<FeedCards>(`/api/feed${feedSearch(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: FeedCards) => page.nextCursor,
    ...(firstPage && {
      initialData: { pages: [firstPage], pageParams: [null] } satisfies InfiniteData<FeedCards, null>,
    }),
    // The page in hand is the truth until the reader changes something or comes back.
    staleTime: Number.POSITIVE_INFINITY,
    // Who comes back from a long read finds all they had loaded. On the server a timer would keep each page
    // that was rendered for as long.
    gcTime: environmentManager.isServer() ? Number.POSITIVE_INFINITY : KEPT_MS,
  });

/** Tells the server how far the reader has seen; `upTo` is the mark of the page that was shown. */
export function sendSeen(upTo: string): Promise<void> {
  return send('POST', '/api/feed/seen', { upTo });
}

/** Marks as read what these pages showed; `marks` are theirs, with a space between each. */
export function sendMarkRead(marks: string): Promise<MarkedReadDto> {
  return send('POST', '/api/feed/read', { shown: marks });
}

/** Makes unread again what was marked; `undo` is the way back that came with it. */
export function sendUnmark(undo: string): Promise<void> {
  return send('POST', '/api/feed/read/undo', { undo });
}

/** Keeps whether long runs on one topic are folded, on every device. */
export function sendFolding(folds: boolean): Promise<void> {
  return send('PUT', '/api/feed/folding', { folds });
}

/** How many articles came to the feed since the page with this mark was made; 100 stands for 100 or more. */
export async function getArrivedCount(
  filter: FeedFilter,
  after: string,
  signal: AbortSignal,
): Promise<number> {
  const query = new URLSearchParams([...new URLSearchParams(feedSearch(filter)), ['after', after]]);
  return (await getJson<NewCountDto>(`/api/feed/new-count?${query}`, signal)).newCount;
}
