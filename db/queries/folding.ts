import { eq } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { users } from '../schema.ts';

/** Sets whether the reader's Following folds long runs on one topic. */
export async function setFoldsFeed(db: DbOrTx, userId: string, foldsFeed: boolean): Promise<void> {
  await db.update(users).set({ foldsFeed }).where(eq(users.id, userId));
}
