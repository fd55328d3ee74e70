import { eq, inArray, or } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed, runWithSettings } from '../client.ts';
import { topicRedirects, topics } from '../schema.ts';

export type TopicRow = typeof topics.$inferSelect;

/** The topic that has or had this slug itself, merged or not; or null. */
export async function getSlugOwner(db: DbOrTx, slug: string): Promise<TopicRow | null> {
  const before = db
    .select({ id: topicRedirects.topicId })
    .from(topicRedirects)
    .where(eq(topicRedirects.slug, slug));
  const [row] = await db
    .select()
    .from(topics)
    .where(or(eq(topics.slug, slug), inArray(topics.id, before)));
  return row ?? null;
}

/** The topic this slug leads to: its own, one it had before, or that of a topic merged into it; or null. */
export async function getTopic(db: DbOrTx, slug: string): Promise<TopicRow | null> {
  const owner = await getSlugOwner(db, slug);
  return owner && inPlaceOf(db, owner);
}

/** The topic with this id, merged or not. */
export async function getTopicById(db: DbOrTx, id: number): Promise<TopicRow | null> {
  const [row] = await db.select().from(topics).where(eq(topics.id, id));
  return row ?? null;
}

/** The topic itself, or the one it is merged into, however many merges away. */
export async function inPlaceOf(db: DbOrTx, topic: TopicRow): Promise<TopicRow> {
  let row = topic;
  while (row.mergedIntoId !== null) {
    const next = await getTopicById(db, row.mergedIntoId);
    if (!next) throw new Error(`Topic ${row.id} is merged into ${row.mergedIntoId}, which is not there.`);
    row = next;
  }
  return row;
}

export type SuccessorRow = { topicId: number; slug: string; name: string };

/** A chain of successors is followed this far: were it a loop, there would be none. */
const MAX_SUCCESSIONS = 20;

/**
 * The topics that may be followed in place of these retired ones, past merges and successors that
 * are retired themselves. A topic without one has no row.
 */
export async function listSuccessors(db: Db, topicIds: number[]): Promise<SuccessorRow[]> {
  return runNamed<SuccessorRow>(
    db,
    'list_successors',
    `with recursive way as (
       select t.id as start_id, t.successor_id as id, 1 as step
       from topics t where t.id = any($1::text::bigint[]) and t.retired_at is not null
       union all
       select way.start_id, coalesce(t.merged_into_id, t.successor_id), way.step + 1
       from way join topics t on t.id = way.id
       where (t.merged_into_id is not null or t.retired_at is not null) and way.step < ${MAX_SUCCESSIONS}
     )
     select way.start_id as "topicId", t.slug, t.name from way join topics t on t.id = way.id
     where t.merged_into_id is null and t.retired_at is null`,
    [`{${topicIds.join(',')}}`],
  );
}

type Relative = { slug: string; name: string; articleCount: number };
export type TopicFamily = {
  ancestors: { slug: string; name: string }[];
  children: Relative[];
  siblings: Relative[];
};

const CHILDREN = `
  select t.slug, t.name,
    (select count(*)::int from article_topics at where at.topic_id = t.id and at.is_visible) as "articleCount"
  from topics t where t.parent_id = $1 and t.id <> $2 and t.retired_at is null and t.merged_into_id is null
    and t.kind <> 'author'
  order by lower(t.name)`;

/** A topic's parents from the top down, its direct children and its siblings by name; retired ones are left out. */
export async function getTopicFamily(db: Db, topic: TopicRow): Promise<TopicFamily> {
  const ancestors = await runNamed<{ slug: string; name: string }>(
    db,
    'topic_ancestors',
    `with recursive up as (
       select id, parent_id, slug, name, 0 as height from topics where id = $1
       union all
       select t.id, t.parent_id, t.slug, t.name, up.height + 1 from topics t join up on t.id = up.parent_id
     ) select slug, name from up where height > 0 order by height desc`,
    [topic.id],
  );
  const children = await runNamed<Relative>(db, 'topic_children', CHILDREN, [topic.id, topic.id]);
  const siblings = topic.parentId
    ? await runNamed<Relative>(db, 'topic_children', CHILDREN, [topic.parentId, topic.id])
    : [];
  return { ancestors, children, siblings };
}

export type TopicListingRow = {
  slug: string;
  name: string;
  kind: TopicRow['kind'];
  description: string;
  aliases: string[];
  isRetired: boolean;
  parentSlug: string | null;
  groupSlug: string;
  articleCount: number;
};

/** Topics of the directory, with the top of their tree; `of` chooses those it is asked about. */
const listing = (of: string) => `
  with recursive up as (
    select t.id, t.id as top_id, t.slug as top_slug, t.parent_id from topics t
    where t.kind <> 'author' and t.retired_at is null and t.merged_into_id is null and ${of}
    union all
    select up.id, p.id, p.slug, p.parent_id from up join topics p on p.id = up.parent_id
  )
  select t.slug, t.name, t.kind, t.description, t.aliases, false as "isRetired",
    p.slug as "parentSlug", up.top_slug as "groupSlug",
    (select count(*)::int from article_topics at where at.topic_id = t.id and at.is_visible) as "articleCount"
  from up join topics t on t.id = up.id left join topics p on p.id = t.parent_id
  where up.parent_id is null`;

/** Every topic of the directory (author topics and retired ones are left out), by name. */
export async function listTopics(db: Db): Promise<TopicListingRow[]> {
  return runNamed<TopicListingRow>(
    db,
    'list_topics',
    `${listing('true')} order by lower(t.name), t.slug`,
    [],
  );
}

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
