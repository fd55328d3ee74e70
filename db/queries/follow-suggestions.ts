import { type Db, runNamed } from '../client.ts';
import { isUnmutedId, mutedIds } from './mutes.ts';
import { isAwake } from './snoozes.ts';

/** How many follows, the latest first, and how many of the newest articles of each are looked at. */
const FOLLOWS_LOOKED_AT = 40;
const ARTICLES_LOOKED_AT = 20;
/** Fewer articles in common are chance. */
const LEAST_SHARED = 2;
/**
 * How many of those with the most in common are looked at, authors among them; how many that can be
 * followed are weighed; and up to how many articles of each are counted.
 */
const LOOKED_AT = 90;
const WEIGHED = 30;
const COUNTED = 200;

const MUTED = '(select ids from muted)::bigint[]';

/**
 * Topics that share articles with what the reader follows, in one bounded statement. Of the newest
 * articles of each follow (`heads`) the other direct topics are counted, each article once; the many
 * articles of a large topic make sharing some of them likely, so what is shared is divided by the root
 * of how many there are (the measure of cosine similarity, for one side). What stands beneath a
 * followed topic brings nothing more; what is muted is in no head. Topics are looked up one by one
 * (`limit 1`): there are few, and a join would read them all. $1 reader, $2 limit
 */
const LIST_SUGGESTIONS = `
with recursive muted as materialized (select ${mutedIds('$1')} as ids), followed as materialized (
  select f.topic_id from follows f where f.user_id = $1 and ${isAwake('f')}
  order by f.created_at desc, f.topic_id limit ${FOLLOWS_LOOKED_AT}
), heads as materialized (
  select followed.topic_id as with_id, head.article_id
  from followed cross join lateral (
    select h.article_id from article_topics h where h.topic_id = followed.topic_id and h.is_visible
    order by h.published_at desc, h.article_id desc limit ${ARTICLES_LOOKED_AT}
  ) head where ${isUnmutedId('head.article_id', MUTED)}
), pairs as materialized (
  select heads.with_id, heads.article_id, at.topic_id
  from heads join article_topics at on at.article_id = heads.article_id and at.is_direct
  where not exists (select from follows f where f.user_id = $1 and f.topic_id = at.topic_id)
), counted as materialized (
  select topic_id, count(distinct article_id)::int as shared from pairs
  group by topic_id having count(distinct article_id) >= ${LEAST_SHARED}
  order by shared desc, topic_id limit ${LOOKED_AT}
), found as materialized (
  select t.*, counted.shared from counted cross join lateral (
    select id, slug, name, parent_id from topics
    where id = counted.topic_id and kind not in ('author', 'section') and retired_at is null and merged_into_id is null
    limit 1
  ) t order by counted.shared desc, t.id limit ${WEIGHED}
), above (id, parent_id) as (
  select id, parent_id from found
  union all select above.id, up.parent_id
  from above cross join lateral (select parent_id from topics where id = above.parent_id limit 1) up
), weighed as (
  select found.*, found.shared / sqrt((
    select count(*) from (
      select from article_topics c where c.topic_id = found.id and c.is_visible limit ${COUNTED}) c)) as weight
  from found where not exists (
    select from above join follows f on f.topic_id = above.parent_id
    where above.id = found.id and f.user_id = $1)
  order by weight desc, found.shared desc, found.id limit $2
)
select weighed.slug, weighed.name, w.slug as "withSlug", w.name as "withName", w.kind = 'author' as "isWithAuthor"
from weighed cross join lateral (
  select with_id from pairs where pairs.topic_id = weighed.id
  group by with_id order by count(*) desc, with_id limit 1
) most join topics w on w.id = most.with_id
order by weighed.weight desc, weighed.shared desc, weighed.id`;

export type FollowSuggestionRow = {
  slug: string;
  name: string;
  withSlug: string;
  withName: string;
  isWithAuthor: boolean;
};

/**
 * Up to `limit` topics the reader does not follow or mute and that share articles with what they follow
 * and have not snoozed, the closest first, each with the followed topic it shares most with. Authors
 * and sections are never among them.
 */
export async function listFollowSuggestions(
  db: Db,
  userId: string,
  limit: number,
): Promise<FollowSuggestionRow[]> {
  return runNamed<FollowSuggestionRow>(db, 'list_follow_suggestions', LIST_SUGGESTIONS, [userId, limit]);
}
