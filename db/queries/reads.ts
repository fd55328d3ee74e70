import { and, eq, lt, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { articles, reads, users } from '../schema.ts';

/** The id of the visible article with this slug, or null. */
export async function findVisibleArticle(db: DbOrTx, slug: string): Promise<number | null> {
  const [row] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.slug, slug), eq(articles.isVisible, true)));
  return row?.id ?? null;
}

/**
 * Notes that the reader has read an article, or that they have read it again. Of a reader who keeps no
 * history nothing is noted: their row is held meanwhile, so that none slips in while the history ends.
 */
export async function putRead(db: DbOrTx, userId: string, articleId: number, readAt: Date): Promise<void> {
  const keeper = db
    .select({
      userId: users.id,
      articleId: sql<number>`${articleId}::bigint`.as('article_id'),
      readAt: sql<Date>`${readAt.toISOString()}::timestamptz`.as('read_at'),
    })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.keepsHistory, true)))
    .for('share');
  await db
    .insert(reads)
    .select(keeper)
    .onConflictDoUpdate({
      target: [reads.userId, reads.articleId],
      set: { readAt: sql`greatest(${reads.readAt}, excluded.read_at)` },
    });
}

/** Takes an article out of the reader's history; one that is not in it changes nothing. */
export async function deleteRead(db: DbOrTx, userId: string, articleId: number): Promise<void> {
  await db.delete(reads).where(and(eq(reads.userId, userId), eq(reads.articleId, articleId)));
}

/** True when the visible article with this slug is in the reader's history. */
export async function hasRead(db: DbOrTx, userId: string, slug: string): Promise<boolean> {
  const rows = await db
    .select({ readAt: reads.readAt })
    .from(reads)
    .innerJoin(articles, eq(articles.id, reads.articleId))
    .where(and(eq(reads.userId, userId), eq(articles.slug, slug), eq(articles.isVisible, true)));
  return rows.length > 0;
}

/** Whether what the reader opens is noted; false for a reader who is not there. */
export async function getKeepsHistory(db: DbOrTx, userId: string): Promise<boolean> {
  const [row] = await db.select({ keeps: users.keepsHistory }).from(users).where(eq(users.id, userId));
  return row?.keeps ?? false;
}

/** Sets whether what the reader opens is noted from now on. */
export async function setKeepsHistory(db: DbOrTx, userId: string, keepsHistory: boolean): Promise<void> {
  await db.update(users).set({ keepsHistory }).where(eq(users.id, userId));
}

/** Forgets all the reader has read. */
export async function deleteReadsOf(db: DbOrTx, userId: string): Promise<void> {
  await db.delete(reads).where(eq(reads.userId, userId));
}

/** Forgets what anyone has read before this moment. */
export async function deleteReadsBefore(db: DbOrTx, moment: Date): Promise<void> {
  await db.delete(reads).where(lt(reads.readAt, moment));
}
