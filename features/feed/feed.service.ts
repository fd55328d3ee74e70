import type { Db } from '@/db/client.ts';
import { listFeed } from '@/db/queries/feed.ts';
import { getFoldsFeed, setFoldsFeed } from '@/db/queries/folding.ts';
import { countArrived, countNew, saveVisit } from '@/db/queries/visits.ts';
import { decodeCursor, decodeSeenUpTo, encodeCursor, encodeSeenUpTo, encodeShown } from './cursor.ts';
import { FEED_PAGE_SIZE, type FeedPageDto } from './feed.dto.ts';

type FeedDeps = { db: Db; secret: string };

type FeedPageOptions = {
  cursor?: string | undefined;
  limit?: number;
  topicSlug?: string | undefined;
  unreadOnly?: boolean;
};

type ArrivedOptions = { after: string; topicSlug?: string | undefined; unreadOnly?: boolean };

/**
 * A page of the reader's Following: the visible articles on what they follow and do not mute, newest
 * first. `cursor` comes from the page before, with the same `topicSlug` and `unreadOnly`. Looking for
 * unread articles, or past muted ones, is bounded: a page may be short, or empty, and yet have a
 * `nextCursor`.
 * @throws AppError `bad_request` for a forged or foreign cursor
 */
export async function getFeedPage(
  { db, secret }: FeedDeps,
  userId: string,
  options: FeedPageOptions = {},
): Promise<FeedPageDto> {
  const { cursor, limit = FEED_PAGE_SIZE, topicSlug = null, unreadOnly = false } = options;
  const scope = { userId, topicSlug, unreadOnly };
  const position = cursor === undefined ? null : decodeCursor(secret, scope, cursor);
  // One more than shown tells whether there is a next page.
  const rows = await listFeed(db, userId, { position, limit: limit + 1, topicSlug, unreadOnly });
  const shown = rows.items.slice(0, limit);
  const last = shown.at(-1);
  const isFull = rows.items.length > limit && last !== undefined;
  const next = isFull ? { publishedAt: new Date(last.publishedAt), id: last.id } : rows.lookedUpTo;
  return {
    items: shown.map(({ id: _id, firstVisibleAt: _seen, ...item }) => item) as FeedPageDto['items'],
    nextCursor: next && encodeCursor(secret, scope, next),
    seenUpTo: encodeSeenUpTo(secret, userId, new Date(rows.latestAt ?? 0)),
    shown: encodeShown(
      secret,
      userId,
      shown.map((item) => item.id),
    ),
  };
}

/** How many articles are new to the reader since their last visit; 100 stands for 100 or more. */
export async function getNewCount(db: Db, userId: string): Promise<number> {
  return countNew(db, userId);
}

/**
 * How many articles came to the reader's feed, narrowed as it is shown, since the page with the mark
 * `after` was made; 100 stands for 100 or more.
 * @throws AppError `bad_request` for a forged or foreign mark
 */
export async function getArrivedCount(
  { db, secret }: FeedDeps,
  userId: string,
  options: ArrivedOptions,
): Promise<number> {
  const { topicSlug = null, unreadOnly = false } = options;
  const after = decodeSeenUpTo(secret, userId, options.after);
  return countArrived(db, userId, { after, topicSlug, unreadOnly });
}

/**
 * Records that the reader has seen their feed up to `upTo`, a mark from a feed page. What became
 * visible after that page was made stays new (T46). Never moves back.
 * @throws AppError `bad_request` for a forged or foreign mark
 */
export async function markSeen({ db, secret }: FeedDeps, userId: string, upTo: string): Promise<void> {
  await saveVisit(db, userId, decodeSeenUpTo(secret, userId, upTo));
}

/** Whether the reader's Following folds long runs on one topic; the JSON of the feed is never folded. */
export async function foldsFeed(db: Db, userId: string): Promise<boolean> {
  return getFoldsFeed(db, userId);
}

/** Keeps the reader's choice: long runs on one topic folded, or everything strictly by time. */
export async function chooseFolding(db: Db, userId: string, folds: boolean): Promise<void> {
  await setFoldsFeed(db, userId, folds);
}
