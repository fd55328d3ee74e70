import { type Db, runPlanned } from '../client.ts';
import { cardPairs } from './article-card.ts';
import { idList, type SearchWords } from './search.ts';

/** What readers see of the articles that a search found. */

/** The best `limit` of these articles: words in the headline and dek, and close together, count more. */
export async function rankByWords(
  db: Db,
  { query }: SearchWords,
  ids: number[],
  limit: number,
): Promise<number[]> {
  const rows = await runPlanned<{ id: number }>(
    db,
    `select article_id as id from article_words where article_id = any($1::text::bigint[])
     order by ts_rank_cd('{0, 0.1, 0.4, 1}', words, $2::tsquery, 1) desc, published_at desc, article_id desc limit $3`,
    [idList(ids), query, limit],
  );
  return rows.map((row) => row.id);
}

/** The cards of these articles in their order; one that has become invisible meanwhile is left out. */
export async function loadCards(db: Db, ids: number[]): Promise<{ id: number; card: unknown }[]> {
  return runPlanned<{ id: number; card: unknown }>(
    db,
    `select a.id, json_build_object(${cardPairs('a')}) as card
     from unnest($1::text::bigint[]) with ordinality as shown (id, place) join articles a on a.id = shown.id
     where a.is_visible order by shown.place`,
    [idList(ids)],
  );
}

/** The beginnings of the bodies of these articles, as HTML. */
export async function loadBodies(db: Db, ids: number[], length: number): Promise<Map<number, string>> {
  const rows = await runPlanned<{ id: number; html: string }>(
    db,
    'select id, left(body_html, $2) as html from articles where id = any($1::text::bigint[]) and is_visible',
    [idList(ids), length],
  );
  return new Map(rows.map((row) => [row.id, row.html]));
}

/** Those of these words that the search is for: their stem is one of `stems`. */
export async function matchingWords(db: Db, { stems }: SearchWords, words: string[]): Promise<Set<string>> {
  const rows = await runPlanned<{ word: string }>(
    db,
    `select word from unnest($1::text[]) as word
     where ts_lexize('english_stem', trim(folded_words(word))) && $2::text[]`,
    [words, stems],
  );
  return new Set(rows.map((row) => row.word));
}
