import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { articles, reads, users } from '../schema.ts';
import { changedSinceRead } from './kept-articles.ts';

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

/**
 * Notes that the reader has read these articles, those aside that are in their history already or that
 * nobody can open. Of a reader who keeps no history nothing is noted, as in `putRead`.
 * @returns what was noted
 */
export async function putReads(
  db: DbOrTx,
  userId: string,
  articleIds: number[],
  readAt: Date,
): Promise<{ id: number; slug: string }[]> {
  if (articleIds.length === 0) return [];
  const keeper = db
    .select({
      userId: users.id,
      articleId: articles.id,
      readAt: sql<Date>`${readAt.toISOString()}::timestamptz`.as('read_at'),
    })
    .from(users)
    .innerJoin(articles, inArray(articles.id, articleIds))
    .where(and(eq(users.id, userId), eq(users.keepsHistory, true), eq(articles.isVisible, true)))
    .for('share', { of: users });
  const noted = await db
    .insert(reads)
    .select(keeper)
    .onConflictDoNothing()
    .returning({ articleId: reads.articleId });
  const ids = noted.map((row) => row.articleId);
  return db.select({ id: articles.id, slug: articles.slug }).from(articles).where(inArray(articles.id, ids));
}

/** Takes these articles out of the reader's history where they were noted at this very moment. */
export async function deleteReadsAt(
  db: DbOrTx,
  userId: string,
  articleIds: number[],
  readAt: Date,
): Promise<void> {
  await db
    .delete(reads)
    .where(and(eq(reads.userId, userId), inArray(reads.articleId, articleIds), eq(reads.readAt, readAt)));
}

/** What a reader has done with one article, and whether what they read is noted at all. */
export type ArticleMarks = {
  isSaved: boolean;
  isRead: boolean;
  changedSinceRead: boolean;
  keepsHistory: boolean;
};

/** What the reader has done with the visible article of this slug; nothing where there is none. */
export async function getMarks(db: Db, userId: string, slug: string): Promise<ArticleMarks> {
  const [row] = await runNamed<ArticleMarks>(
    db,
    'get_marks',
    `select exists (select 1 from saves s where s.user_id = $1 and s.article_id = a.id) as "isSaved",
       r.user_id is not null as "isRead", ${changedSinceRead('a', 'r')} as "changedSinceRead",
       u.keeps_history as "keepsHistory"
     from users u left join articles a on a.slug = $2 and a.is_visible
     left join reads r on r.user_id = u.id and r.article_id = a.id
     where u.id = $1`,
    [userId, slug],
  );
  return row ?? { isSaved: false, isRead: false, changedSinceRead: false, keepsHistory: false };
}

/** Whether what the reader opens is noted; false for a reader who is not there. */
export async function getKeepsHistory(db: Db, userId: string): Promise<boolean> {
  const [row] = await runNamed<{ keeps: boolean }>(
    db,
    'get_keeps_history',
    'select keeps_history as keeps from users where id = $1',
    [userId],
  );
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
