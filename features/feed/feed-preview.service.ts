import type { Db } from '@/db/client.ts';
import { type FeedRows, listPreview } from '@/db/queries/feed.ts';
import { listPlaces } from '@/db/queries/topics.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { FEED_PAGE_SIZE } from './feed.dto.ts';
import type { FeedPreviewItemDto, FeedPreviewPageDto } from './feed-preview.dto.ts';

/**
 * A page of the feed that a reader of these topics and authors would have: the same order, reasons
 * and pages as Following, and nothing about anyone. Old slugs lead to the topics they belong to now;
 * those that lead nowhere are left out. `slugs` are unique and in order; `cursor` comes from the page
 * before, with the same ones and the same `topicSlug`.
 * @throws AppError `bad_request` for a forged or foreign cursor
 */
export async function getFeedPreview(
  { db, secret }: { db: Db; secret: string },
  slugs: string[],
  options: { cursor?: string | undefined; limit?: number; topicSlug?: string | undefined } = {},
): Promise<FeedPreviewPageDto> {
  const { cursor, limit = FEED_PAGE_SIZE, topicSlug = null } = options;
  const scope = { userId: `preview:${slugs.join(',')}`, topicSlug, unreadOnly: false };
  const position = cursor === undefined ? null : decodeCursor(secret, scope, cursor);
  const places = await listPlaces(db, slugs);
  const ids = [...new Set(places.map(({ id }) => id))];
  const shown =
    places.find(({ asked, slug }) => asked === topicSlug || slug === topicSlug)?.slug ?? topicSlug;
  const rows = await listPreview(db, ids, { position, limit: limit + 1, topicSlug: shown });
  const items = rows.items.slice(0, limit);
  const last = rows.items.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(withoutReader) as FeedPreviewPageDto['items'],
    topics: places.map(({ id: _id, latestArticleAt, ...place }) => ({
      ...place,
      latestArticleAt: latestArticleAt?.toISOString() ?? null,
    })),
    nextCursor: last
      ? encodeCursor(secret, scope, { publishedAt: new Date(last.publishedAt), id: last.id })
      : null,
    seenUpTo: rows.latestAt ?? new Date(0).toISOString(),
  };
}

/** The row without what is about one reader: there is none. */
function withoutReader(row: FeedRows['items'][number]): Omit<FeedPreviewItemDto, 'photo'> {
  const { id: _id, isNew: _new, isRead: _read, isSaved: _saved, changedSinceRead: _changed, ...item } = row;
  return item;
}
