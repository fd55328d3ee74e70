import { type Db, runPlanned } from '../client.ts';
import { cardPairs, iso } from './article-card.ts';

/** What a reader has of articles: those they saved, and those they have read. */

const TABLES = { saves: 'saved_at', reads: 'read_at' } as const;

/** A place in such a list: strictly below it in `(keptAt, id)` is the next page. */
export type KeptPosition = { keptAt: Date; id: number };
export type KeptWanted = {
  position: KeptPosition | null;
  limit: number;
  /** What finds words (of `headlineWords`); null for all. */
  words: string | null;
  /** Nothing from before this moment. */
  since: Date;
};
/** A card as `articleCardDto` shapes it, with what the reader has done with the article. */
export type KeptRow = { id: number; keptAt: string; isSaved: boolean; isRead: boolean };

/** True where an article (`a`) was marked as changed after the reader read it (`r`, absent if never). */
export const changedSinceRead = (a: string, r: string) => `coalesce(${a}.changed_at > ${r}.read_at, false)`;

/**
 * The visible articles of one such list, the last kept first. With words, each article of the list is
 * looked at until the page is full: headline and dek, accents and capitals aside.
 */
export async function listKept(
  db: Db,
  table: keyof typeof TABLES,
  userId: string,
  { position, limit, words, since }: KeptWanted,
): Promise<KeptRow[]> {
  const keptAt = `k.${TABLES[table]}`;
  const hasWords = `to_tsvector('simple', folded_words(a.headline || ' ' || a.dek)) @@ $5::tsquery`;
  const rows = await runPlanned<{ item: KeptRow }>(
    db,
    `select json_build_object('id', a.id, ${cardPairs('a')}, 'keptAt', ${iso('kept.at')},
       'isSaved', exists (select 1 from saves s where s.user_id = $1 and s.article_id = a.id),
       'isRead', r.user_id is not null, 'changedSinceRead', ${changedSinceRead('a', 'r')}) as item
     from (
       select k.article_id, ${keptAt} as at from ${table} k join articles a on a.id = k.article_id
       where k.user_id = $1 and (${keptAt}, k.article_id) < ($2::timestamptz, $3::bigint)
         and ${keptAt} >= $6::timestamptz and a.is_visible and ($5::text is null or ${hasWords})
       order by ${keptAt} desc, k.article_id desc limit $4
     ) kept
     join articles a on a.id = kept.article_id
     left join reads r on r.user_id = $1 and r.article_id = a.id
     order by kept.at desc, a.id desc`,
    [userId, position?.keptAt ?? new Date('9999-12-31T00:00:00Z'), position?.id ?? 0, limit, words, since],
  );
  return rows.map((row) => row.item);
}
