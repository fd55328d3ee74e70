import { type Db, runNamed, runWithSettings } from '../client.ts';
import { listing, type TopicListingRow, type TopicRow } from './topics.ts';

/** A topic that a text may mean; `isSpelt` where the text is in one of its names, and not only like it. */
export type MeantTopicRow = {
  id: number;
  slug: string;
  name: string;
  kind: TopicRow['kind'];
  isSpelt: boolean;
};

/**
 * How much of what was typed must be in a name, by groups of three letters, tried in turn: "Mike Pompao" is in
 * "Mike Pompeo" by 0.75, "Quatar" in "Qatar" by 0.44. What is long and nearly right is found so among very many
 * names that have a word of it, and sooner.
 */
const LIKENESSES = [0.75, 0.4];
/** So many are compared with each other at most. */
const COMPARED = 1_000;

/**
 * The topics that have a name beginning with `q`, then those with such a word in a name, then, where those are
 * few, those spelt much like it, or else somewhat (unless `hasGuesses` is false); accents and capitals aside.
 * Retired ones are left out, and authors unless `hasAuthors`. None for a text without words.
 */
export async function findMeantTopics(
  db: Db,
  q: string,
  limit: number,
  { hasAuthors, hasGuesses }: { hasAuthors: boolean; hasGuesses: boolean },
): Promise<MeantTopicRow[]> {
  const values = [q, limit, hasAuthors];
  const isSpelt = "t.spelling like '% ' || needle || '%'";
  const rows = await runNamed<MeantTopicRow>(db, 'find_spelt', meant(isSpelt), values);
  const spelt = rows.map((row) => ({ ...row, isSpelt: true }));
  if (!hasGuesses || spelt.length >= limit) return spelt;
  for (const likeness of LIKENESSES) {
    const settings = [`pg_trgm.word_similarity_threshold = ${likeness}`];
    const like = await runWithSettings(db, settings, (run) =>
      run<MeantTopicRow>(meant(`needle <% t.spelling and not ${isSpelt}`), values),
    );
    if (like.length === 0) continue;
    return [...spelt, ...like.map((row) => ({ ...row, isSpelt: false }))].slice(0, limit);
  }
  return spelt;
}

/** The best $2 of the topics that are listed and meet this `condition` on $1. */
function meant(condition: string): string {
  return `with asked as materialized (select trim(folded_words($1)) as needle),
    meant as materialized (
      select needle, t.id, t.slug, t.name, t.kind, t.spelling from asked, topics t
      where needle <> '' and ${condition} and t.retired_at is null and t.merged_into_id is null
        and (t.kind <> 'author' or $3::boolean) limit ${COMPARED})
    select id, slug, name, kind from meant
    order by spelling like '%| ' || needle || '%' desc, word_similarity(needle, spelling) desc, lower(name), id
    limit $2::int`;
}

/** The same for the directory, with how many articles each has. */
export async function findListedTopics(db: Db, q: string, limit: number): Promise<TopicListingRow[]> {
  const ids = (await findMeantTopics(db, q, limit, { hasAuthors: false, hasGuesses: true })).map(
    (row) => row.id,
  );
  return runNamed<TopicListingRow>(
    db,
    'find_listed_topics',
    `${listing('t.id = any($1::text::bigint[])')} order by array_position($1::text::bigint[], t.id)`,
    [`{${ids.join(',')}}`],
  );
}
