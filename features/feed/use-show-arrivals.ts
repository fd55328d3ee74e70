'use client';
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { showMessage } from '@/components/ui/messages.ts';
import { getJson } from '@/lib/api-client.ts';
import type { FeedCard, FeedCards } from './feed.dto.ts';
import { type FeedFilter, feedQuery, feedSearch } from './feed.queries.ts';

type Feed = InfiniteData<FeedCards, string | null>;

/** So many pages more than there were hold all that may have come. */
const MORE_PAGES = 6;

/**
 * Brings what came into the feed in hand, each in its place, down to where it was loaded, and calls
 * `onShown` with the slugs of what has come, in the feed's order.
 */
export function useShowArrivals(filter: FeedFilter, onShown: (slugs: string[]) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['arrivals'],
    mutationFn: () => bringIn(client, filter),
    onSuccess: onShown,
    onError: (error) => showMessage(`The new stories could not be loaded. ${error.message}`),
  });
}

async function bringIn(client: QueryClient, filter: FeedFilter): Promise<string[]> {
  const { queryKey } = feedQuery(filter);
  // A page on its way would be added to those that are about to go.
  await client.cancelQueries({ queryKey });
  const before = client.getQueryData<Feed>(queryKey);
  const had = new Map(before?.pages.flatMap(({ items }) => items.map((item) => [item.slug, item.isNew])));
  const feed = await loadDownTo(filter, before);
  const pages = feed.pages.map((page) => ({
    ...page,
    // What was new when the reader came stays so until they come again.
    items: page.items.map((item) => ({ ...item, isNew: item.isNew || had.get(item.slug) === true })),
  }));
  client.setQueryData(queryKey, { ...feed, pages });
  return arrivedBetween(itemsOf(before), itemsOf(feed));
}

const itemsOf = (feed: Feed | undefined) => feed?.pages.flatMap((page) => page.items) ?? [];

type Placed = Pick<FeedCard, 'slug' | 'publishedAt'>;

/**
 * The slugs of what is in a feed now and was not before, in its order. What stands below the end it had has
 * not come: it was not loaded yet.
 */
export function arrivedBetween(before: Placed[], now: Placed[]): string[] {
  const had = new Set(before.map((item) => item.slug));
  const last = before.at(-1);
  const end = now.findIndex((item) => item.slug === last?.slug);
  const isWithin = (item: Placed, place: number) =>
    !last || (end < 0 ? item.publishedAt > last.publishedAt : place < end);
  return now.filter((item, place) => !had.has(item.slug) && isWithin(item, place)).map((item) => item.slug);
}

/** The feed as it is now, from its top to where `before` ended. */
async function loadDownTo(filter: FeedFilter, before: Feed | undefined): Promise<Feed> {
  const last = before?.pages.findLast((page) => page.items.length > 0)?.items.at(-1);
  const maxPages = (before?.pages.length ?? 1) + MORE_PAGES;
  const feed: Feed = { pages: [], pageParams: [] };
  for (let cursor: string | null = null; feed.pages.length < maxPages; ) {
    const page: FeedCards = await getJson(`/api/feed${feedSearch(filter, cursor)}`);
    feed.pages.push(page);
    feed.pageParams.push(cursor);
    const reached = page.items.at(-1);
    const isThere =
      !last ||
      page.items.some(({ slug }) => slug === last.slug) ||
      (reached && reached.publishedAt < last.publishedAt);
    cursor = page.nextCursor;
    if (cursor === null || isThere) break;
  }
  return feed;
}
