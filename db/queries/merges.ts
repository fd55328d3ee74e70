import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { topicMerges } from '../schema.ts';

/** The ledger of merges; `from` is the topic that goes, `into` the one that stays. */

export type MergeRow = typeof topicMerges.$inferSelect;

export type MergeFigures = {
  /** Articles directly in `from`, and those of them that are directly in `into` too. */
  articleCount: number;
  sharedArticleCount: number;
  followerCount: number;
  intoFollowerCount: number;
  sharedFollowerCount: number;
  /** Readers who mute `from`, and those of them who mute `into` too. */
  muteCount: number;
  sharedMuteCount: number;
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
        where a.topic_id = $1 and b.topic_id = $2) as "sharedFollowerCount",
       (select count(*)::int from mutes where topic_id = $1) as "muteCount",
       (select count(*)::int from mutes a join mutes b on b.user_id = a.user_id
        where a.topic_id = $1 and b.topic_id = $2) as "sharedMuteCount"`,
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
