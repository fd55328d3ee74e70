import { givenParam, oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import type { SearchQuery } from '@/features/search/search.dto.ts';

/** A search as the address of its page says it. */
export function readSearchQuery(params: Awaited<SearchParams>): SearchQuery {
  return {
    q: givenParam(params, 'q'),
    topic: oneParam(params, 'topic'),
    author: oneParam(params, 'author'),
    from: oneParam(params, 'from'),
    to: oneParam(params, 'to'),
    order: oneParam(params, 'order') === 'best' ? 'best' : 'newest',
    cursor: oneParam(params, 'cursor'),
  };
}
