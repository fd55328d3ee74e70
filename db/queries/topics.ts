import { eq, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { topicRedirects, topics } from '../schema.ts';

export type TopicRow = typeof topics.$inferSelect;

/** The topic that has or had this slug itself, merged or not; or null. */
export async function getSlugOwner(db: DbOrTx, slug: string): Promise<TopicRow | null> {
  // By its id, which is looked up: asked for one slug or the other, the database reads all topics.
  const now = sql`(select id from ${topics} where slug = ${slug})`;
  const before = sql`(select topic_id from ${topicRedirects} where slug = ${slug})`;
  const [row] = await db
    .select()
    .from(topics)
    .where(eq(topics.id, sql`coalesce(${now}, ${before})`));
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
/** Topics beside each other, by name; `isWhole` is false where there are more than these. */
export type Relatives = { topics: Relative[]; isWhole: boolean };
export type TopicFamily = {
  ancestors: { slug: string; name: string }[];
  children: Relatives;
  siblings: Relatives;
};

const IS_CHILD = `
  t.parent_id = $1 and t.id <> $2 and t.retired_at is null and t.merged_into_id is null and t.kind <> 'author'`;
const CHILDREN = `
  select t.slug, t.name,
    (select count(*)::int from article_topics at where at.topic_id = t.id and at.is_visible) as "articleCount",
    $3::int is not null and exists (select from topics t where ${IS_CHILD} offset $3) as "hasMore"
  from (
    select t.id, t.slug, t.name from topics t left join topic_counts c on c.topic_id = t.id
    where ${IS_CHILD}
    order by coalesce(c.article_count, 0) desc, t.id limit $3) t
  order by lower(t.name)`;

/** The children of a topic but for one, up to `limit`. */
async function listChildren(db: Db, parentId: number, but: number, limit: number | null): Promise<Relatives> {
  const rows = await runNamed<Relative & { hasMore: boolean }>(db, 'topic_children', CHILDREN, [
    parentId,
    but,
    limit,
  ]);
  return {
    topics: rows.map(({ hasMore: _hasMore, ...relative }) => relative),
    isWhole: !rows.some((row) => row.hasMore),
  };
}

/**
 * A topic's parents from the top down, and by name its direct children and its siblings: of very many those
 * with the most articles, up to `limit`, if there is one. Retired ones are left out.
 */
export async function getTopicFamily(db: Db, topic: TopicRow, limit: number | null): Promise<TopicFamily> {
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
  const children = await listChildren(db, topic.id, topic.id, limit);
  const siblings = topic.parentId
    ? await listChildren(db, topic.parentId, topic.id, limit)
    : { topics: [], isWhole: true };
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
export const listing = (of: string) => `
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

const IS_LISTED = `l.kind <> 'author' and l.retired_at is null and l.merged_into_id is null`;

/**
 * Topics of the directory (author topics and retired ones are left out), by name: all of them up to `limit`, of
 * more the top level and those with the most articles.
 */
export async function listTopics(db: Db, limit: number): Promise<TopicListingRow[]> {
  const largest = `t.id in (
    select l.id from topics l left join topic_counts c on c.topic_id = l.id
    where ${IS_LISTED}
    order by (l.parent_id is null) desc, coalesce(c.article_count, 0) desc, l.id limit $1)`;
  return runNamed<TopicListingRow>(db, 'list_topics', `${listing(largest)} order by lower(t.name), t.slug`, [
    limit,
  ]);
}

/** True when the directory has more topics than so many. */
export async function hasMoreTopics(db: Db, than: number): Promise<boolean> {
  const [row] = await runNamed<{ hasMore: boolean }>(
    db,
    'has_more_topics',
    `select exists (select from topics l where ${IS_LISTED} offset $1) as "hasMore"`,
    [than],
  );
  return row?.hasMore ?? false;
}

export type PlaceRow = {
  asked: string;
  id: number;
  slug: string;
  name: string;
  kind: TopicRow['kind'];
  isRetired: boolean;
  latestArticleAt: Date | null;
};

/**
 * What these slugs lead to, by name, past renames and merges, with the date of each topic's newest
 * article. A slug that leads nowhere has no row; two that lead to the same topic have one each.
 */
export async function listPlaces(db: Db, slugs: string[]): Promise<PlaceRow[]> {
  return runNamed<PlaceRow>(
    db,
    'list_places',
    `with recursive asked as (
       select value as slug from json_array_elements_text($1::json)
     ), way as (
       select asked.slug as asked, coalesce(t.id, r.topic_id) as id
       from asked left join topics t on t.slug = asked.slug left join topic_redirects r on r.slug = asked.slug
       union all
       select way.asked, t.merged_into_id from way join topics t on t.id = way.id where t.merged_into_id is not null
     )
     select way.asked, t.id, t.slug, t.name, t.kind, t.retired_at is not null as "isRetired",
       (select at.published_at from article_topics at where at.topic_id = t.id and at.is_visible
        order by at.published_at desc, at.article_id desc limit 1) as "latestArticleAt"
     from way join topics t on t.id = way.id where t.merged_into_id is null
     order by lower(t.name), t.slug, way.asked`,
    [JSON.stringify(slugs)],
  );
}
