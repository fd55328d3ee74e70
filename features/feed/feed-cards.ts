import type { FeedCards, FeedPageDto } from './feed.dto.ts';

/** A page of the feed with as much of its items as cards show: what a page is made with is sent along with its HTML. */
export function asCards({ items, ...page }: FeedPageDto): FeedCards {
  return {
    ...page,
    items: items.map(({ topics: _topics, updatedAt: _updatedAt, photo, ...item }) => {
      if (!photo) return { ...item, photo };
      const { alt: _alt, caption: _caption, credit: _credit, ...shape } = photo;
      return { ...item, photo: shape };
    }),
  };
}
