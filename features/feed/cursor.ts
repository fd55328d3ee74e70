import type { FeedPosition } from '@/db/queries/feed.ts';
import { AppError } from '@/lib/errors.ts';
import { decodePlace, encodePlace } from '@/lib/place-cursor.ts';
import { sign, verify } from '@/lib/tokens.ts';

const VERSION = 'v1';
/** The latest and earliest times PostgreSQL and JavaScript both hold comfortably, in ms. */
const MAX_MS = Date.parse('9999-12-31T00:00:00Z');

/** Whose feed a cursor belongs to, and how it is narrowed. */
export type FeedScope = { userId: string; topicSlug: string | null; unreadOnly: boolean };

/**
 * An opaque cursor for the page below `position`. It is signed for this reader and this filter:
 * anyone else's, and one from another filter, is refused.
 */
export function encodeCursor(secret: string, scope: FeedScope, position: FeedPosition): string {
  return encodePlace(secret, purpose(scope), { at: position.publishedAt, id: position.id });
}

/** The position in a cursor made by `encodeCursor` with the same arguments. @throws AppError `bad_request` */
export function decodeCursor(secret: string, scope: FeedScope, cursor: string): FeedPosition {
  const { at, id } = decodePlace(secret, purpose(scope), cursor);
  return { publishedAt: at, id };
}

/** The signed mark of how far a reader has seen, for `POST /api/feed/seen`. */
export function encodeSeenUpTo(secret: string, userId: string, at: Date): string {
  return sign(secret, `seen:${userId}`, `${VERSION}.${at.getTime()}`);
}

/** The instant in a mark made by `encodeSeenUpTo` for the same reader. @throws AppError `bad_request` */
export function decodeSeenUpTo(secret: string, userId: string, mark: string): Date {
  const [version, ms] = verify(secret, `seen:${userId}`, mark)?.split('.') ?? [];
  if (version !== VERSION || Number(ms) > MAX_MS) {
    throw new AppError('bad_request', 'This mark was not issued to you. Reload Following.');
  }
  return new Date(Number(ms));
}

/** The signed mark of the articles a page of the feed shows, for `POST /api/feed/read`. */
export function encodeShown(secret: string, userId: string, articleIds: number[]): string {
  return sign(secret, `shown:${userId}`, [VERSION, ...articleIds.map(brief)].join('.'));
}

/** The articles in a mark made by `encodeShown` for the same reader. @throws AppError `bad_request` */
export function decodeShown(secret: string, userId: string, mark: string): number[] {
  const [version, ...ids] = verify(secret, `shown:${userId}`, mark)?.split('.') ?? [];
  if (version !== VERSION) {
    throw new AppError('bad_request', 'This mark was not issued to you. Reload Following.');
  }
  return ids.map(long);
}

/** Articles that were marked as read together, and when. */
type MarkedRead = { articleIds: number[]; readAt: Date };

/** The signed way back from marking articles as read, for `POST /api/feed/read/undo`. */
export function encodeMarked(secret: string, userId: string, { articleIds, readAt }: MarkedRead): string {
  const payload = [VERSION, brief(readAt.getTime()), ...articleIds.map(brief)].join('.');
  return sign(secret, `marked:${userId}`, payload);
}

/** What a way back made by `encodeMarked` for the same reader leads to. @throws AppError `bad_request` */
export function decodeMarked(secret: string, userId: string, undo: string): MarkedRead {
  const [version, at, ...ids] = verify(secret, `marked:${userId}`, undo)?.split('.') ?? [];
  if (version !== VERSION || at === undefined) {
    throw new AppError('bad_request', 'This cannot be undone here. Reload Following.');
  }
  return { articleIds: ids.map(long), readAt: new Date(long(at)) };
}

// Marks travel in addresses and bodies: whole numbers in as few signs as they need.
const brief = (value: number) => value.toString(36);
const long = (text: string) => Number.parseInt(text, 36);

function purpose({ userId, topicSlug, unreadOnly }: FeedScope): string {
  return `feed:${userId}:${unreadOnly ? 'unread' : 'all'}:${topicSlug ?? ''}`;
}
