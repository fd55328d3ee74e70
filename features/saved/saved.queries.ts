import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { KeptPageDto } from './saved.dto.ts';

const STALE_MS = 30_000;

export const keptKey = ['kept'] as const;

/** What a reader has kept: by saving, or by reading. */
export type KeptList = 'saved' | 'history';

const APIS = { saved: '/api/saved', history: '/api/reads' } as const;

/** The query string of a page of such a list, for its address and for the API alike. */
export function keptSearch(q: string, cursor: string | null = null): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) });
  return query.size > 0 ? `?${query}` : '';
}

/** The pages of such a list, whole or searched; the first is rendered by the server. */
export const keptQuery = (list: KeptList, q: string, firstPage?: KeptPageDto) =>
  infiniteQueryOptions({
    queryKey: [...keptKey, list, q],
    queryFn: ({ pageParam, signal }) =>
      getJson<KeptPageDto>(`${APIS[list]}${keptSearch(q, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: KeptPageDto) => page.nextCursor,
    ...(firstPage && {
      initialData: { pages: [firstPage], pageParams: [null] } satisfies InfiniteData<KeptPageDto, null>,
    }),
    staleTime: STALE_MS,
  });
