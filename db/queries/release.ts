import { and, isNull, lte, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { articles } from '../schema.ts';
import { idArray, syncTopicRows } from './publishing.ts';

/**
 * Held from the moment `first_visible_at` is given until the commit, by every transaction that gives
 * one. So whatever becomes visible later is also dated later, and 'seen up to' never swallows an
 * article that was still on its way (T46).
 */
const RELEASE_LOCK = 71012;

export type DueArticle = { id: number; slug: string; sourceHash: string; topicIds: number[] };

/** Hidden, not withdrawn articles whose time has come at `now`, locked until the transaction ends. */
export async function lockDueArticles(tx: DbOrTx, now: Date): Promise<DueArticle[]> {
  return tx
    .select({
      id: articles.id,
      slug: articles.slug,
      sourceHash: articles.sourceHash,
      topicIds: articles.topicIds,
    })
    .from(articles)
    .where(and(sql`not ${articles.isVisible}`, isNull(articles.withdrawnAt), lte(articles.publishedAt, now)))
    .orderBy(articles.id)
    .for('update');
}

/**
 * Makes these articles visible. Each keeps its `first_visible_at` if it has one; else it gets the
 * present time, later than that of any article released before, or its `published_at` if it is an
 * import. Call it as late as possible in the transaction and with the articles' rows already
 * locked or written by it: other releases wait from here to the commit.
 */
export async function releaseArticles(tx: DbOrTx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(RELEASE_LOCK))})`);
  // A statement of its own: it sees what was committed by the last to hold the lock. The clock is
  // read once, in the subquery, so that all that is released together has one instant.
  await tx.execute(sql`
    update articles set is_visible = true, first_visible_at = coalesce(first_visible_at,
      case when is_import then published_at else (
        select greatest(date_trunc('milliseconds', clock_timestamp()),
          max(first_visible_at) + interval '1 millisecond') from articles) end)
    where id = any(${idArray(ids)}) and not is_visible and withdrawn_at is null`);
  await syncTopicRows(tx, ids);
}

/** When the next article becomes due, or null when none waits. */
export async function getNextDueAt(tx: DbOrTx): Promise<Date | null> {
  const [row] = await tx
    .select({ at: articles.publishedAt })
    .from(articles)
    .where(and(sql`not ${articles.isVisible}`, isNull(articles.withdrawnAt)))
    .orderBy(articles.publishedAt)
    .limit(1);
  return row?.at ?? null;
}
