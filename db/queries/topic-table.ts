import { type Db, runPlanned } from '../client.ts';
import { escapeLike } from './like.ts';
import type { TopicRow } from './topics.ts';

/** What the rows are sorted by. Every key is a bigint but that of the name, and none is null. */
const KEYS = {
  // By code point on every database, whatever its locale: the same order, and a quicker one.
  name: `coalesce(t.labels[1], lower(t.name)) collate "C"`,
  followers: 'coalesce(c.follower_count, 0)::bigint',
  newFollowers: 'coalesce(c.new_follower_count, 0)::bigint',
  articles: 'coalesce(c.article_count, 0)::bigint',
  // Milliseconds; a topic that was never used stands before all others.
  lastUsed: `coalesce((extract(epoch from c.last_used_at) * 1000)::bigint, -9000000000000000)`,
};
export type TopicTableKey = keyof typeof KEYS | 'match';

const STATES = {
  present: 't.merged_into_id is null',
  active: 't.merged_into_id is null and t.retired_at is null',
  retired: 't.merged_into_id is null and t.retired_at is not null',
  merged: 't.merged_into_id is not null',
};

/** Where a page of the table begins: after the row with this key and id. */
export type TopicTablePosition = { key: string | number; id: number };

export type TopicTableOptions = {
  key: TopicTableKey;
  isDescending: boolean;
  state: keyof typeof STATES;
  kind: string | null;
  /** Only direct children of this topic. */
  parentId: number | null;
  isTopLevelOnly: boolean;
  /** Part of a folded name or alias, or of a slug; empty for all. */
  needle: string;
  after: TopicTablePosition | null;
  limit: number;
};

export type TopicTableRow = {
  id: number;
  key: string | number;
  slug: string;
  name: string;
  kind: TopicRow['kind'];
  isRetired: boolean;
  parentSlug: string | null;
  parentName: string | null;
  mergedIntoSlug: string | null;
  mergedIntoName: string | null;
  followerCount: number;
  newFollowerCount: number;
  articleCount: number;
  lastUsedAt: Date | null;
  hasChildren: boolean;
};

/**
 * Topics as editors see them, with figures from `topic_counts` (zero for a topic younger than those),
 * sorted by a key and by id where it is the same.
 */
export async function listTopicTable(db: Db, options: TopicTableOptions): Promise<TopicTableRow[]> {
  const { key, isDescending } = options;
  const direction = isDescending ? 'desc' : 'asc';
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const needle = options.needle ? bind(escapeLike(options.needle)) : null;
  const sortKey = key === 'match' ? matchKey(needle) : KEYS[key];
  const conditions = conditionsOf(options, needle, bind);
  const after = options.after
    ? `where (sort_key, id) ${isDescending ? '<' : '>'} (${bind(options.after.key)}::${key === 'name' ? 'text' : 'bigint'}, ${bind(options.after.id)}::bigint)`
    : '';
  const text = `
    select p.id, p.sort_key as key, p.slug, p.name, p.kind, p.retired_at is not null as "isRetired",
      up.slug as "parentSlug", up.name as "parentName", m.slug as "mergedIntoSlug", m.name as "mergedIntoName",
      p.followers as "followerCount", p.new_followers as "newFollowerCount", p.articles as "articleCount",
      p.last_used_at as "lastUsedAt",
      -- The first parent from this id on, by the index: asked for the id itself, the whole table may be read for each row.
      coalesce((select k.parent_id from topics k
        where k.parent_id >= p.id and k.merged_into_id is null and k.kind <> 'author'
        order by k.parent_id limit 1) = p.id, false) as "hasChildren"
    from (
      select * from (
        select t.id, t.slug, t.name, t.kind, t.parent_id, t.retired_at, t.merged_into_id, c.last_used_at,
          coalesce(c.follower_count, 0) as followers, coalesce(c.new_follower_count, 0) as new_followers,
          coalesce(c.article_count, 0) as articles, ${sortKey} as sort_key
        from topics t left join topic_counts c on c.topic_id = t.id
        where ${conditions.join(' and ')}
      ) as rows
      ${after}
      order by sort_key ${direction}, id ${direction} limit ${bind(options.limit)}
    ) as p
    left join topics up on up.id = p.parent_id
    left join topics m on m.id = p.merged_into_id
    order by p.sort_key ${direction}, p.id ${direction}`;
  return runPlanned<TopicTableRow>(db, text, values);
}

/** Each filter in force adds its own condition: one statement for all of them is planned badly. */
function conditionsOf(
  { state, kind, parentId, isTopLevelOnly }: TopicTableOptions,
  needle: string | null,
  bind: (value: unknown) => string,
): string[] {
  const conditions = [`t.kind <> 'author'`, STATES[state]];
  if (kind !== null) conditions.push(`t.kind = ${bind(kind)}`);
  if (parentId !== null) conditions.push(`t.parent_id = ${bind(parentId)}::bigint`);
  if (isTopLevelOnly) conditions.push('t.parent_id is null');
  if (needle !== null) conditions.push(holdsNeedle(needle));
  return conditions;
}

/** True for a topic `t` whose name, alias or slug holds the text bound as `needle`, escaped for LIKE. */
export function holdsNeedle(needle: string): string {
  const pattern = `'%' || ${needle} || '%'`;
  return `(t.slug like ${pattern} or exists (select 1 from unnest(t.labels) as label where label like ${pattern}))`;
}

/** How well a search is met: 0 by a name that is the same, then 1 to 3. */
function matchKey(needle: string | null): string {
  if (needle === null) return '0::bigint';
  return `(case when t.labels[1] like ${needle} then 0 when t.labels[1] like ${needle} || '%' then 1
    when exists (select 1 from unnest(t.labels) as label where label like ${needle} || '%') then 2 else 3 end)::bigint`;
}
