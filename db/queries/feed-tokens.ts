import { and, eq, isNull } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { feedTokens, users } from '../schema.ts';

export type FeedTokenRow = typeof feedTokens.$inferSelect;

/** Gives the reader's private feed this address; the one it had before leads nowhere from now on. */
export async function putFeedToken(
  db: DbOrTx,
  userId: string,
  tokenHash: string,
  createdAt: Date,
): Promise<void> {
  await db
    .insert(feedTokens)
    .values({ userId, tokenHash, createdAt })
    .onConflictDoUpdate({ target: feedTokens.userId, set: { tokenHash, createdAt, lastUsedAt: null } });
}

/** Ends the reader's private feed. */
export async function deleteFeedToken(db: DbOrTx, userId: string): Promise<void> {
  await db.delete(feedTokens).where(eq(feedTokens.userId, userId));
}

/** The reader's private feed, or null. */
export async function getFeedToken(db: DbOrTx, userId: string): Promise<FeedTokenRow | null> {
  const [row] = await db.select().from(feedTokens).where(eq(feedTokens.userId, userId));
  return row ?? null;
}

/** The feed with this address; null also where its reader has asked for the end of their account. */
export async function findFeedToken(db: DbOrTx, tokenHash: string): Promise<FeedTokenRow | null> {
  const [row] = await db
    .select({ feed: feedTokens })
    .from(feedTokens)
    .innerJoin(users, eq(users.id, feedTokens.userId))
    .where(and(eq(feedTokens.tokenHash, tokenHash), isNull(users.deletionDueAt)));
  return row?.feed ?? null;
}

/** Notes that something has asked for the feed with this address. */
export async function noteFeedUse(db: DbOrTx, tokenHash: string, usedAt: Date): Promise<void> {
  await db.update(feedTokens).set({ lastUsedAt: usedAt }).where(eq(feedTokens.tokenHash, tokenHash));
}
