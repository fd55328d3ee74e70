import { type Db, runNamed } from '../client.ts';
import { cardPairs, iso } from './article-card.ts';

/** What a reader has of articles: those they saved, and those they have read. */

const TABLES = { saves: 'saved_at', reads: 'read_at' } as const;
/** The table of such a list. */
export type KeptTable = keyof typeof TABLES;

/** A place in such a list: strictly below it in `(keptAt, id)` is the next page. */
export type KeptPosition = { keptAt: Date; id: number };
export type KeptWanted = {
  position: KeptPosition | null;
  limit: number;
  /** Nothing from before this moment. */
  since: Date;
};
/** A card as `articleCardDto` shapes it, with what the reader has done with the article. */
export type KeptRow = { id: number; keptAt: string; isSaved: boolean; isRead: boolean };
/** What is searched of an article. */
export type KeptText = KeptPosition & { text: string };

/** True where an article (`a`) was marked as changed after the reader read it (`r`, absent if never). */
export const changedSinceRead = (a: string, r: string) => `coalesce(${a}.changed_at > ${r}.read_at, false)`;

/**
 * The newest of a list below a position, as `kept (id, at, text)`: $1 user, $2/$3 position, $4 limit, $5 since,
 * $6 these articles or null for all. Each is looked up by itself: joined with all articles at once the list
 * would be sorted.
 */
const newest = (table: KeptTable) => {
  const at = `k.${TABLES[table]}`;
  return `select k.article_id as id, ${at} as at, shown.text from ${table} k
    cross join lateral (
      select a.headline || ' ' || a.dek as text from articles a where a.id = k.article_id and a.is_visible limit 1
    ) shown
    where k.user_id = $1 and (${at}, k.article_id) < ($2::timestamptz, $3::bigint) and ${at} >= $5::timestamptz
      and ($6::bigint[] is null or k.article_id = any($6::bigint[]))
    order by ${at} desc, k.article_id desc limit $4`;
};

const valuesOf = (userId: string, { position, limit, since }: KeptWanted, ids: number[] | null) => [
  userId,
  position?.keptAt ?? new Date('9999-12-31T00:00:00Z'),
  position?.id ?? 0,
  limit,
  since,
  ids,
];

/** The visible articles of such a list, the last kept first; of these only where `ids` names some. */
export async function listKept(
  db: Db,
  table: KeptTable,
  userId: string,
  wanted: KeptWanted,
  ids: number[] | null = null,
): Promise<KeptRow[]> {
  const rows = await runNamed<{ item: KeptRow }>(
    db,
    `list_kept_${table}`,
    `select json_build_object('id', a.id, ${cardPairs('a')}, 'keptAt', ${iso('kept.at')},
       'isSaved', exists (select 1 from saves s where s.user_id = $1 and s.article_id = a.id),
       'isRead', r.user_id is not null, 'changedSinceRead', ${changedSinceRead('a', 'r')}) as item
     from (select * from (${newest(table)}) listed limit 100) kept
     join articles a on a.id = kept.id
     left join reads r on r.user_id = $1 and r.article_id = a.id
     order by kept.at desc, a.id desc`,
    valuesOf(userId, wanted, ids),
  );
  return rows.map((row) => row.item);
}

/** The headlines and deks of the visible articles of such a list, in its order. */
export async function listKeptTexts(
  db: Db,
  table: KeptTable,
  userId: string,
  wanted: KeptWanted,
): Promise<KeptText[]> {
  return runNamed<KeptText>(
    db,
    `list_kept_texts_${table}`,
    `select id, at as "keptAt", text from (${newest(table)}) kept order by at desc, id desc`,
    valuesOf(userId, wanted, null),
  );
}
