import { queryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { NeighboursDto } from './neighbours.dto.ts';

const KEY = 'following-topic';
const STALE_MS = 60_000;

/** Keeps, for this tab, to which topic Following was narrowed last; null for not at all. */
export function rememberTopic(slug: string | null): void {
  try {
    if (slug) sessionStorage.setItem(KEY, slug);
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the closest topic is taken.
  }
}

/** What stands beside an article in the topic that the reader came by, or in another that they follow. */
export function neighboursQuery(slug: string) {
  return queryOptions({
    queryKey: ['neighbours', slug],
    queryFn: ({ signal }) => getJson<NeighboursDto>(`/api/articles/${slug}/neighbours${search()}`, signal),
    staleTime: STALE_MS,
  });
}

function search(): string {
  try {
    const topic = sessionStorage.getItem(KEY);
    return topic ? `?${new URLSearchParams({ topic })}` : '';
  } catch {
    return '';
  }
}
