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

/** How much of what was typed must be in a name, by groups of three letters: "Quatar" is in "Qatar" by 0.44. */
const LIKENESS = ['pg_trgm.word_similarity_threshold = 0.4'];
const NAMES = 'folded_words(all_names(t.name, t.aliases))';
/** So many that begin so, and so many that are like it, are compared with each other at most. */
const SPELT_COMPARED = 1_000;
const LIKE_COMPARED = 500;

/**
 * The topics that have a name beginning with `q`, then those with such a word in a name, then, where those are
 * few, those spelt like it, accents and capitals aside; retired ones are left out, and authors unless
 * `hasAuthors`. None for a text without words.
 */
export async function findMeantTopics(
  db: Db,
  q: string,
  limit: number,
  hasAuthors: boolean,
): Promise<MeantTopicRow[]> {
  const columns = `t.id, t.slug, t.name, t.kind, t.aliases, ${NAMES} as names`;
  const isListed = "t.retired_at is null and t.merged_into_id is null and (t.kind <> 'author' or $3)";
  return runWithSettings(db, LIKENESS, async (run) =>
    run<MeantTopicRow>(
      `with asked as materialized (select trim(folded_words($1)) as needle),
       spelt as materialized (
         select needle, true as "isSpelt", ${columns} from asked, topics t
         where needle <> '' and ${NAMES} like '% ' || needle || '%' and ${isListed} limit ${SPELT_COMPARED}),
       alike as materialized (
         select needle, false as "isSpelt", ${columns} from asked, topics t
         where needle <> '' and (select count(*) from spelt) < $2 and needle <% ${NAMES} and ${isListed}
           and t.id not in (select id from spelt) limit ${LIKE_COMPARED})
       select id, slug, name, kind, "isSpelt" from (select * from spelt union all select * from alike) as meant
       order by "isSpelt" desc, exists (
           select 1 from unnest(name || aliases) as own (name) where folded_words(own.name) like needle || '%') desc,
         word_similarity(needle, names) desc, lower(name), id
       limit $2`,
      [q, limit, hasAuthors],
    ),
  );
}

/** The same for the directory, with how many articles each has. */
export async function findListedTopics(db: Db, q: string, limit: number): Promise<TopicListingRow[]> {
  const ids = (await findMeantTopics(db, q, limit, false)).map((row) => row.id);
  return runNamed<TopicListingRow>(
    db,
    'find_listed_topics',
    `${listing('t.id = any($1::text::bigint[])')} order by array_position($1::text::bigint[], t.id)`,
    [`{${ids.join(',')}}`],
  );
}
