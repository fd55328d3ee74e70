import { eq } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { users } from '../schema.ts';

/** Whether the reader's Following folds long runs on one topic. */
export async function getFoldsFeed(db: Db, userId: string): Promise<boolean> {
  const [row] = await runNamed<{ folds: boolean }>(
    db,
    'get_folds_feed',
    'select folds_feed as folds from users where id = $1',
    [userId],
  );
  return row?.folds ?? true;
}

/** Sets whether the reader's Following folds long runs on one topic. */
export async function setFoldsFeed(db: DbOrTx, userId: string, foldsFeed: boolean): Promise<void> {
  await db.update(users).set({ foldsFeed }).where(eq(users.id, userId));
}
