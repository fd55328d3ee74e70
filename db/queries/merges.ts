import { and, desc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { topicMerges, topics } from '../schema.ts';
import { idArray } from './publishing.ts';

/**
 * Merges of topics and their undoing. The writing ones run within a transaction that holds the
 * newsroom's and the merges' locks; `from` is the topic that goes, `into` the one that stays.
 */

const BATCH_ROWS = 10_000;

export type MergeRow = typeof topicMerges.$inferSelect;

export type MergeFigures = {
  /** Articles directly in `from`, and those of them that are directly in `into` too. */
  articleCount: number;
  sharedArticleCount: number;
  followerCount: number;
  intoFollowerCount: number;
  sharedFollowerCount: number;
};

/** Whom and what a merge would touch, counted now. */
export async function countMerge(db: Db, fromId: number, intoId: number): Promise<MergeFigures> {
  const [row] = await runNamed<MergeFigures>(
    db,
    'count_merge',
    `select
       (select count(*)::int from article_topics where topic_id = $1 and is_direct) as "articleCount",
       (select count(*)::int from article_topics a join article_topics b on b.article_id = a.article_id
        where a.topic_id = $1 and a.is_direct and b.topic_id = $2 and b.is_direct) as "sharedArticleCount",
       (select count(*)::int from follows where topic_id = $1) as "followerCount",
       (select count(*)::int from follows where topic_id = $2) as "intoFollowerCount",
       (select count(*)::int from follows a join follows b on b.user_id = a.user_id
        where a.topic_id = $1 and b.topic_id = $2) as "sharedFollowerCount"`,
    [fromId, intoId],
  );
  if (!row) throw new Error('A count returned no row.');
  return row;
}

/** Begins the ledger of a merge and returns its number. */
export async function insertMerge(tx: DbOrTx, merge: typeof topicMerges.$inferInsert): Promise<number> {
  const [row] = await tx.insert(topicMerges).values(merge).returning({ id: topicMerges.id });
  if (!row) throw new Error('The merge was not stored.');
  return row.id;
}

/** Puts what stands under one topic under another, `except` left where it is; returns the ids. */
export async function moveChildren(
  tx: DbOrTx,
  from: number,
  to: number,
  only: { except: number } | { ids: number[] },
): Promise<number[]> {
  const which =
    'ids' in only ? sql`${topics.id} = any(${idArray(only.ids)})` : sql`${topics.id} <> ${only.except}`;
  const rows = await tx
    .update(topics)
    .set({ parentId: to, version: sql`${topics.version} + 1` })
    .where(and(eq(topics.parentId, from), which))
    .returning({ id: topics.id });
  return rows.map((row) => row.id);
}

/** Notes who follows `from`, and makes them follow `into` since the same moment, where they do not already. */
export async function carryFollows(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await inBatches(
    tx,
    () => sql`
    with moved as (
      delete from follows where (user_id, topic_id) in (
        select user_id, topic_id from follows where topic_id = ${from} limit ${BATCH_ROWS})
      returning user_id, created_at
    ), noted as (
      insert into topic_merge_follows (user_id, merge_id, followed_at, had_into)
      select m.user_id, ${mergeId}, m.created_at,
        exists (select 1 from follows o where o.user_id = m.user_id and o.topic_id = ${into})
      from moved m returning user_id, followed_at, had_into
    ), made as (
      insert into follows (user_id, topic_id, created_at)
      select user_id, ${into}, followed_at from noted where not had_into
    ) select count(*)::int as count from moved`,
  );
}

/**
 * Makes those who followed `from` follow it again, if they still follow `into`: whoever has left it
 * since wants neither. A follow of `into` that only the merge made ends; one made since stays.
 */
export async function returnFollows(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  let done = 0;
  await inBatches(tx, (count) => {
    done += count;
    return sql`
    with batch as (
      select user_id, followed_at, had_into from topic_merge_follows
      where merge_id = ${mergeId} order by user_id offset ${done} limit ${BATCH_ROWS}
    ), made as (
      insert into follows (user_id, topic_id, created_at)
      select l.user_id, ${from}, l.followed_at from batch l
      join follows f on f.user_id = l.user_id and f.topic_id = ${into}
      on conflict do nothing
    ), ended as (
      delete from follows f using batch l
      where not l.had_into and f.user_id = l.user_id and f.topic_id = ${into} and f.created_at = l.followed_at
    ) select count(*)::int as count from batch`;
  });
}

/** Notes which articles are directly in `from`, and puts them in `into` instead. `rebuildTopics` must follow. */
export async function carryArticles(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await inBatches(
    tx,
    () => sql`
    with moved as (
      delete from article_topics where (article_id, topic_id) in (
        select article_id, topic_id from article_topics where topic_id = ${from} and is_direct limit ${BATCH_ROWS})
      returning article_id, position, published_at, first_visible_at, is_visible
    ), noted as (
      insert into topic_merge_articles (merge_id, article_id, position, had_into)
      select ${mergeId}, m.article_id, m.position, exists (
        select 1 from article_topics o where o.article_id = m.article_id and o.topic_id = ${into} and o.is_direct)
      from moved m returning article_id, had_into
    ), made as (
      insert into article_topics (article_id, topic_id, is_direct, position, published_at, first_visible_at, is_visible)
      select m.article_id, ${into}, true, m.position, m.published_at, m.first_visible_at, m.is_visible
      from moved m join noted n on n.article_id = m.article_id where not n.had_into
      on conflict (article_id, topic_id) do update set is_direct = true, position = excluded.position
    ) select count(*)::int as count from moved`,
  );
}

/**
 * Puts the articles of the ledger that are still directly in `into` back in `from`, and leaves those
 * in `into` that were there before. `rebuildTopics` must follow.
 */
export async function returnArticles(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  let done = 0;
  await inBatches(tx, (count) => {
    done += count;
    return sql`
    with batch as (
      select article_id, position, had_into from topic_merge_articles
      where merge_id = ${mergeId} order by article_id offset ${done} limit ${BATCH_ROWS}
    ), made as (
      insert into article_topics (article_id, topic_id, is_direct, position, published_at, first_visible_at, is_visible)
      select l.article_id, ${from}, true, l.position, a.published_at, a.first_visible_at, a.is_visible
      from batch l join articles a on a.id = l.article_id
      join article_topics o on o.article_id = l.article_id and o.topic_id = ${into} and o.is_direct
    ), ended as (
      delete from article_topics o using batch l
      where not l.had_into and o.article_id = l.article_id and o.topic_id = ${into} and o.is_direct
    ) select count(*)::int as count from batch`;
  });
}

/**
 * Runs a statement until it finds nothing more to do. One statement for everything could take longer
 * than a connection waits (db/client.ts); the transaction around them makes them one all the same.
 */
async function inBatches(tx: DbOrTx, statement: (countBefore: number) => SQL): Promise<void> {
  for (let count = 0, isFirst = true; isFirst || count > 0; isFirst = false) {
    const result = await tx.execute<{ count: number }>(statement(count));
    count = result.rows[0]?.count ?? 0;
  }
}

/** The ledger's page of a merge, or null. */
export async function getMerge(db: DbOrTx, id: number): Promise<MergeRow | null> {
  const [row] = await db.select().from(topicMerges).where(eq(topicMerges.id, id));
  return row ?? null;
}

/** Marks a merge as undone. */
export async function closeMerge(tx: DbOrTx, id: number, undoneBy: string, now: Date): Promise<void> {
  await tx.update(topicMerges).set({ undoneBy, undoneAt: now }).where(eq(topicMerges.id, id));
}

/** A merge after this one that still stands and has the same topic as its source or its target, or null. */
export async function findLaterMerge(db: DbOrTx, merge: MergeRow): Promise<MergeRow | null> {
  const [row] = await db
    .select()
    .from(topicMerges)
    .where(
      and(
        gt(topicMerges.id, merge.id),
        isNull(topicMerges.undoneAt),
        or(eq(topicMerges.intoTopicId, merge.intoTopicId), eq(topicMerges.fromTopicId, merge.intoTopicId)),
      ),
    )
    .orderBy(desc(topicMerges.id))
    .limit(1);
  return row ?? null;
}

export type MergeListRow = {
  id: number;
  fromSlug: string;
  fromName: string;
  intoSlug: string;
  intoName: string;
  mergedAt: Date;
  mergedByName: string | null;
  followerCount: number;
  articleCount: number;
  undoneAt: Date | null;
  undoneByName: string | null;
  laterFromName: string | null;
  laterIntoName: string | null;
};

/** Merges, the newest first, below `beforeId`; each with the newest later one that builds on it, if any. */
export async function listMerges(db: Db, beforeId: number | null, limit: number): Promise<MergeListRow[]> {
  return runNamed<MergeListRow>(
    db,
    'list_merges',
    `select m.id, f.slug as "fromSlug", f.name as "fromName", i.slug as "intoSlug", i.name as "intoName",
       m.merged_at as "mergedAt", coalesce(u.name, u.email) as "mergedByName",
       m.undone_at as "undoneAt", coalesce(v.name, v.email) as "undoneByName",
       (select count(*)::int from topic_merge_follows l where l.merge_id = m.id) as "followerCount",
       (select count(*)::int from topic_merge_articles l where l.merge_id = m.id) as "articleCount",
       later."fromName" as "laterFromName", later."intoName" as "laterIntoName"
     from topic_merges m join topics f on f.id = m.from_topic_id join topics i on i.id = m.into_topic_id
     left join users u on u.id = m.merged_by left join users v on v.id = m.undone_by
     left join lateral (
       select nf.name as "fromName", ni.name as "intoName"
       from topic_merges n join topics nf on nf.id = n.from_topic_id join topics ni on ni.id = n.into_topic_id
       where n.id > m.id and n.undone_at is null and m.undone_at is null
         and (n.into_topic_id = m.into_topic_id or n.from_topic_id = m.into_topic_id)
       order by n.id desc limit 1) later on true
     where $1::bigint is null or m.id < $1 order by m.id desc limit $2`,
    [beforeId, limit],
  );
}
