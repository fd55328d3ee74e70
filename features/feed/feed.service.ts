import type { Db } from '@/db/client.ts';
import { type FeedRows, listFeed, listFeedOfSession } from '@/db/queries/feed.ts';
import { setFoldsFeed } from '@/db/queries/folding.ts';
import { countArrived, countNew, saveVisit } from '@/db/queries/visits.ts';
import { askAsSession, getSessionUser, type SessionUser } from '@/features/accounts/session.service.ts';
import {
  decodeCursor,
  decodeSeenUpTo,
  encodeCursor,
  encodeSeenUpTo,
  encodeShown,
  type FeedScope,
} from './cursor.ts';
import { FEED_PAGE_SIZE, type FeedPageDto } from './feed.dto.ts';

export type FeedDeps = { db: Db; secret: string };

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
  return toPage(secret, scope, rows, limit);
}

/**
 * The same for whose session a cookie's token is, with who that is, as `getSessionUser` tells it; null where it
 * is nobody's. The first page of all, which readers ask for most, is one query (ADR 015).
 * @throws AppError `bad_request` as above
 */
export async function getFeedPageOf(
  { db, secret }: FeedDeps,
  token: string,
  options: FeedPageOptions = {},
): Promise<{ user: SessionUser; page: FeedPageDto } | null> {
  const { cursor, limit = FEED_PAGE_SIZE, topicSlug = null, unreadOnly = false } = options;
  if (cursor !== undefined || unreadOnly) {
    const user = await getSessionUser(db, token);
    return user && { user, page: await getFeedPage({ db, secret }, user.id, options) };
  }
  const asked = await askAsSession(db, token, (session) =>
    listFeedOfSession(db, session, { position: null, limit: limit + 1, topicSlug }),
  );
  if (!asked) return null;
  const { user, answer } = asked;
  return { user, page: toPage(secret, { userId: user.id, topicSlug, unreadOnly }, answer, limit) };
}

/** A page of up to `limit` articles, told with one row more than it shows: by that it is known whether there is a next. */
export function toPage(secret: string, scope: FeedScope, rows: FeedRows, limit: number): FeedPageDto {
  const { userId } = scope;
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

/**
 * Keeps the reader's choice: long runs on one topic of Following folded, or everything strictly by time. The JSON of
 * the feed is never folded.
 */
export async function chooseFolding(db: Db, userId: string, folds: boolean): Promise<void> {
  await setFoldsFeed(db, userId, folds);
}
