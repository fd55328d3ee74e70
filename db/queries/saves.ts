import { and, count, eq } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { saves } from '../schema.ts';

/** Saves an article; one that is saved already keeps its place. */
export async function addSave(db: DbOrTx, userId: string, articleId: number, savedAt: Date): Promise<void> {
  await db.insert(saves).values({ userId, articleId, savedAt }).onConflictDoNothing();
}

/** Takes an article out of what the reader saved; one that is not in it changes nothing. */
export async function deleteSave(db: DbOrTx, userId: string, articleId: number): Promise<void> {
  await db.delete(saves).where(and(eq(saves.userId, userId), eq(saves.articleId, articleId)));
}

/** How many articles the reader has saved, those that are withdrawn now included. */
export async function countSaves(db: DbOrTx, userId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(saves).where(eq(saves.userId, userId));
  return row?.count ?? 0;
}

/** True when the reader has saved the article. */
export async function hasSave(db: DbOrTx, userId: string, articleId: number): Promise<boolean> {
  const rows = await db
    .select({ articleId: saves.articleId })
    .from(saves)
    .where(and(eq(saves.userId, userId), eq(saves.articleId, articleId)));
  return rows.length > 0;
}
