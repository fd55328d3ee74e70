import type { Db, DbOrTx } from '@/db/client.ts';
import {
  deleteFeedToken,
  findFeedToken,
  getFeedToken,
  noteFeedUse,
  putFeedToken,
} from '@/db/queries/feed-tokens.ts';
import { countAgainst, type RateLimitDeps } from '@/features/accounts/rate-limit.service.ts';
import { hashToken, newToken } from '@/lib/tokens.ts';
import type { PrivateFeedDto } from './private-feed.dto.ts';

const HOUR_MS = 60 * 60 * 1000;
/** One a minute: more than any feed reader asks, and an address that has got about is not a load. */
const ASKED_AT_MOST = { purpose: 'private-feed', max: 60, windowSeconds: 60 * 60 };
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Gives the reader's private feed an address, in place of the one it had. Its token is told once, here: what
 * is stored is a hash (T10).
 */
export async function makePrivateFeed(db: DbOrTx, userId: string, now: Date): Promise<string> {
  const token = newToken();
  await putFeedToken(db, userId, hashToken(token), now);
  return token;
}

/** Ends the reader's private feed: its address leads nowhere at once. */
export async function endPrivateFeed(db: DbOrTx, userId: string): Promise<void> {
  await deleteFeedToken(db, userId);
}

/** The reader's private feed, with its token where `handed` is that; null when there is none. */
export async function getPrivateFeed(
  db: DbOrTx,
  userId: string,
  handed?: string,
): Promise<PrivateFeedDto | null> {
  const row = await getFeedToken(db, userId);
  if (!row) return null;
  return {
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    token: handed !== undefined && hashToken(handed) === row.tokenHash ? handed : null,
  };
}

/**
 * Whose private feed has this token; null for a forged or ended one, which costs one look-up and is
 * counted nowhere. That it is in use is noted once an hour.
 * @throws AppError `too_many_requests` past 60 an hour
 */
export async function openPrivateFeed(
  { db, settings }: RateLimitDeps & { db: Db },
  token: string,
  now: Date,
): Promise<string | null> {
  const found = TOKEN.test(token) ? await findFeedToken(db, hashToken(token)) : null;
  if (!found) return null;
  await countAgainst({ db, settings }, ASKED_AT_MOST, found.tokenHash, now);
  if (now.getTime() - (found.lastUsedAt?.getTime() ?? 0) >= HOUR_MS) {
    await noteFeedUse(db, found.tokenHash, now);
  }
  return found.userId;
}
