import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { topics } from '../schema.ts';
import { idArray } from './publishing.ts';

/**
 * What a merge carries over and its undoing brings back, row by row. All of it runs within a
 * transaction that holds the newsroom's and the merges' locks; `from` is the topic that goes,
 * `into` the one that stays.
 */

const BATCH_ROWS = 10_000;

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

/** Rows a reader has on a topic, and the ledger of those that a merge carried over. */
type Carried = {
  rows: SQL;
  ledger: SQL;
  since: SQL;
  /** What is carried beside the moment, and, of the ledger `l` and the present row `f`, what of it comes back. */
  more: SQL;
  moreBack: SQL;
};
const FOLLOWS: Carried = {
  ...{ rows: sql`follows`, ledger: sql`topic_merge_follows`, since: sql`followed_at` },
  more: sql`, snoozed_until`,
  moreBack: sql`, case when l.had_into then l.snoozed_until else f.snoozed_until end`,
};
const MUTES: Carried = {
  ...{ rows: sql`mutes`, ledger: sql`topic_merge_mutes`, since: sql`muted_at` },
  ...{ more: sql``, moreBack: sql`` },
};

/**
 * Notes who follows `from`, and makes them follow `into` since the same moment, and snoozed until the
 * same, where they do not already. Who follows both keeps `into` as it is, snoozed or awake.
 */
export async function carryFollows(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await carry(tx, FOLLOWS, mergeId, from, into);
}

/** As `carryFollows`, for those who mute `from`. */
export async function carryMutes(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await carry(tx, MUTES, mergeId, from, into);
}

async function carry(tx: DbOrTx, what: Carried, mergeId: number, from: number, into: number) {
  const { rows, ledger, since, more } = what;
  await inBatches(
    tx,
    () => sql`
    with moved as (
      delete from ${rows} where (user_id, topic_id) in (
        select user_id, topic_id from ${rows} where topic_id = ${from} limit ${BATCH_ROWS})
      returning user_id, created_at${more}
    ), noted as (
      insert into ${ledger} (user_id, merge_id, ${since}, had_into${more})
      select m.user_id, ${mergeId}, m.created_at,
        exists (select 1 from ${rows} o where o.user_id = m.user_id and o.topic_id = ${into})${more}
      from moved m returning user_id, ${since} as since, had_into${more}
    ), made as (
      insert into ${rows} (user_id, topic_id, created_at${more})
      select user_id, ${into}, since${more} from noted where not had_into
    ) select count(*)::int as count from moved`,
  );
}

/**
 * Makes those who followed `from` follow it again, if they still follow `into`: whoever has left it
 * since wants neither. A follow of `into` that only the merge made ends; one made since stays. Where
 * there was no other follow, the two were one: it is snoozed or awake as the reader has it now.
 */
export async function returnFollows(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await giveBack(tx, FOLLOWS, mergeId, from, into);
}

/** As `returnFollows`, for those who muted `from`: whoever has unmuted `into` since mutes neither. */
export async function returnMutes(tx: DbOrTx, mergeId: number, from: number, into: number): Promise<void> {
  await giveBack(tx, MUTES, mergeId, from, into);
}

async function giveBack(tx: DbOrTx, what: Carried, mergeId: number, from: number, into: number) {
  const { rows, ledger, since, more, moreBack } = what;
  let done = 0;
  await inBatches(tx, (count) => {
    done += count;
    return sql`
    with batch as (
      select user_id, ${since} as since, had_into${more} from ${ledger}
      where merge_id = ${mergeId} order by user_id offset ${done} limit ${BATCH_ROWS}
    ), made as (
      insert into ${rows} (user_id, topic_id, created_at${more})
      select l.user_id, ${from}, l.since${moreBack} from batch l
      join ${rows} f on f.user_id = l.user_id and f.topic_id = ${into}
      on conflict do nothing
    ), ended as (
      delete from ${rows} f using batch l
      where not l.had_into and f.user_id = l.user_id and f.topic_id = ${into} and f.created_at = l.since
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
 * Puts the articles of the ledger that are still directly in `into` back in `from`, at the place `into`
 * has among their topics now, and leaves those in `into` that were there before. `rebuildTopics` must follow.
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
      select l.article_id, ${from}, true, case when l.had_into then l.position else o.position end, a.published_at, a.first_visible_at, a.is_visible
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
