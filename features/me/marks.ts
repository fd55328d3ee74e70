import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { keptKey } from '@/features/saved/saved.queries.ts';
import type { MeDto } from './me.dto.ts';
import { meKey } from './me.queries.ts';

/** What has become of some articles: what is not named has not changed. */
export type Marks = { slugs: string[]; isSaved?: boolean; isRead?: boolean; changedSinceRead?: boolean };

type Pages = InfiniteData<{ items: { slug: string }[] }>;

/**
 * Shows it wherever those articles are shown: in feeds and lists in hand, and on the article's own page.
 * Nothing is asked for again: what was new in a feed would no longer be.
 */
export function showMarks(client: QueryClient, { slugs, ...marks }: Marks): void {
  for (const queryKey of [feedKey, keptKey]) {
    client.setQueriesData<Pages>({ queryKey }, (data) => {
      if (!data?.pages) return data;
      const pages = data.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (slugs.includes(item.slug) ? { ...item, ...marks } : item)),
      }));
      return { ...data, pages };
    });
  }
  client.setQueryData<MeDto>(meKey, (me) =>
    me?.article && slugs.includes(me.article) ? { ...me, ...marks } : me,
  );
}
