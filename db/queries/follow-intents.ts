import { eq, inArray, lte } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { followIntents, topics } from '../schema.ts';
import type { TopicRow } from './topics.ts';

/** Keeps a follow for whoever opens the link of `tokenHash`. */
export async function addFollowIntent(
  db: DbOrTx,
  tokenHash: string,
  topicId: number,
  expiresAt: Date,
): Promise<void> {
  await db.insert(followIntents).values({ tokenHash, topicId, expiresAt }).onConflictDoNothing();
}

/** Takes the follows kept for a link, which then keeps none: the topics as they are now, in no order. */
export async function takeFollowIntents(db: DbOrTx, tokenHash: string): Promise<TopicRow[]> {
  const rows = await db
    .delete(followIntents)
    .where(eq(followIntents.tokenHash, tokenHash))
    .returning({ topicId: followIntents.topicId });
  const wanted = rows.map((row) => row.topicId);
  return wanted.length === 0 ? [] : db.select().from(topics).where(inArray(topics.id, wanted));
}

/** Clears away intents whose link is past its time. */
export async function deleteExpiredIntents(db: DbOrTx, now: Date): Promise<void> {
  await db.delete(followIntents).where(lte(followIntents.expiresAt, now));
}
