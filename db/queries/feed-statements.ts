import { iso } from './article-card.ts';
import { cardVersion } from './cards.ts';
import { changedSinceRead } from './kept-articles.ts';
import { isUnmuted, isUnmutedId, mutedIds } from './mutes.ts';

/**
 * SQL text of the feed (ADR 001): which articles are on a page and by what right, and the version of each card
 * (db/queries/cards.ts). Two statements, because what every reader asks many times a day is to cost little: one
 * for feeds of which every article counts, and one where articles may be rejected.
 *
 * Both: $1 whose feed, $2/$3 the position, $4 how many, $5 one followed topic's slug or null
 */

/** Bounds of what is looked at, known to the planner. */
export type Bounds = {
  /** Up to so many topics the heads of each are read in less time than a scan of the newest may take for nothing. */
  few: number;
  /** How many of the newest articles are looked at before per-topic reads take over. */
  quickScan: number;
  /** How many articles of one topic, and (times `TOPICS_SHARE`) of all together, are looked at where some may be rejected. */
  topicScan: number;
};
const TOPICS_SHARE = 4;

/** `user` is the reader's id in the statement, `followed` the array of what they follow. */
export type Whose = { user: string; followed: string };

/**
 * The most articles of a page. Said in the statement, whose plan is made once for pages of any size: without
 * it the planner expects thousands, and joins for them.
 */
const PAGE_MOST = 100;

/** What a page is asked by: sub-selects, as READER is and for its reason. */
const AT = '(select $2::timestamptz)';
const ID = '(select $3::bigint)';
const LIMIT = '(select $4::bigint)';
const SLUG = '(select $5::text)';
/** $6, of the second statement alone. */
const UNREAD_ONLY = '(select $6::boolean)';

/** Newest first: the indexes read backwards. */
const newest = (at: string, id: string) => `${at} desc, ${id} desc`;

/** The newest articles below the position, so many of them, narrowed to what is wanted. */
const quick = (quickScan: number, isWanted: string, when = 'true') => `
  select recent.id, recent.published_at from (
    select id, published_at, topic_ids from articles
    where ${when} and is_visible and (published_at, id) < (${AT}, ${ID})
    order by ${newest('published_at', 'id')} limit ${quickScan}
  ) recent
  where recent.topic_ids && (select ids from wanted) and ${isWanted}
  order by ${newest('recent.published_at', 'recent.id')} limit ${LIMIT}`;

/** The followed topics that count on this page; `followed` is an array of `me`. */
const wanted = `
  select case when ${SLUG} is null then me.followed else array(
    select t.id from topics t where t.slug = ${SLUG} and t.id = any(me.followed)) end as ids from me`;

/** The articles of `page` as they are told, newest first. */
const told = (user: string) => `
  'latestAt', (select ${iso('max(first_visible_at)')} from articles where first_visible_at is not null),
  'items', coalesce((
    select json_agg(json_build_object('id', a.id, 'version', ${cardVersion('a')},
      'isNew', a.first_visible_at > (
        select coalesce(v.seen_up_to, u.created_at) from users u left join visits v on v.user_id = u.id where u.id = ${user}),
      'isRead', r.user_id is not null, 'changedSinceRead', ${changedSinceRead('a', 'r')},
      'isSaved', s.user_id is not null,
      'reasonIds', array(select i from unnest(a.topic_ids) i where i = any((select followed from me)::bigint[]))
    ) order by ${newest('a.published_at', 'a.id')})
    from page join articles a on a.id = page.id
    left join reads r on r.user_id = ${user} and r.article_id = a.id
    left join saves s on s.user_id = ${user} and s.article_id = a.id
  ), '[]')`;

/**
 * The feed of whoever mutes nothing and wants all: the newest articles, and only when these do not fill the page
 * the heads of each followed topic, merged. An article of the true page is within the first `limit` of one of its
 * topics, so that the merge is exact. Who follows few topics is spared the scan. `hasMutes` is true, and the page
 * empty, where the other statement has to be asked.
 */
export const plainFeed = ({ user, followed }: Whose, { few, quickScan }: Bounds) => `
with me as materialized (
  select has_mutes, case when has_mutes then '{}' else ${followed} end as followed
  from (select exists (select 1 from mutes m where m.user_id = ${user}) as has_mutes) m
), wanted as materialized (${wanted}
), quick as materialized (${quick(quickScan, 'true', `(select cardinality(ids) > ${few} from wanted)`)}
), page as (
  select * from (select id, published_at from quick
  union select head.article_id, head.published_at
  from (select unnest(ids) as topic_id from wanted where (select count(*) from quick) < ${LIMIT}) f
  cross join lateral (
    select article_id, published_at from article_topics
    where topic_id = f.topic_id and is_visible and (published_at, article_id) < (${AT}, ${ID})
    order by ${newest('published_at', 'article_id')} limit ${LIMIT}
  ) head
  order by ${newest('published_at', 'id')} limit ${LIMIT}) shown limit ${PAGE_MOST}
)
select json_build_object('hasMutes', (select has_mutes from me), ${told(user)}) as feed`;

const MUTED = '(select muted from me)::bigint[]';

/** True for what the reader has not read, or when read articles are wanted too. */
const isWanted = (user: string, id: string) =>
  `(not ${UNREAD_ONLY} or (select true from reads r where r.user_id = ${user} and r.article_id = ${id}) is null)`;

/**
 * The feed of whoever mutes something, or wants only what they have not read. Where the newest articles do not
 * fill the page, `slow` goes on below them, at `edge`, and merges the heads of each followed topic; topics that
 * are muted or stand beneath a muted one are left out at once (`open`).
 *
 * Of each topic at most so many articles are looked at (`share`). `reach` is the newest place where that bound
 * stopped a topic: down to there all is known, what lies below is left to the next page, and the page may be short.
 */
export const choosyFeed = ({ user, followed }: Whose, { quickScan, topicScan }: Bounds) => `
with recursive me as materialized (
  select ${followed} as followed, ${mutedIds(user)} as muted
), wanted as materialized (${wanted}
), quick as materialized (${quick(quickScan, `${isUnmuted('recent.topic_ids', MUTED)} and ${isWanted(user, 'recent.id')}`)}
), edge as materialized (
  select published_at, id from articles
  where (select count(*) from quick) < ${LIMIT} and is_visible and (published_at, id) < (${AT}, ${ID})
  order by ${newest('published_at', 'id')} offset ${quickScan - 1} limit 1
), above (topic_id, parent_id, is_muted) as (
  select t.id, t.parent_id, exists (select 1 from mutes m where m.user_id = ${user} and m.topic_id = t.id)
  from edge join topics t on t.id = any((select ids from wanted)::bigint[])
  where cardinality(${MUTED}) > 0
  union all
  select above.topic_id, t.parent_id, exists (select 1 from mutes m where m.user_id = ${user} and m.topic_id = t.id)
  from above join topics t on t.id = above.parent_id where not above.is_muted
), open as materialized (
  select unnest((select ids from wanted)) as topic_id from edge where cardinality(${MUTED}) = 0
  union all select topic_id from above group by topic_id having not bool_or(is_muted)
), share as materialized (
  select least(${topicScan}::bigint, greatest(${topicScan} * ${TOPICS_SHARE} / greatest(count(*), 1), 1)) as size from open
), slow as materialized (
  select head.* from edge cross join open cross join lateral (
    select looked.id, looked.published_at, looked.is_shown, looked.place = (select size from share) as is_end
    from (
      select l.article_id as id, l.published_at,
        row_number() over (order by ${newest('l.published_at', 'l.article_id')}) as place,
        ${isUnmutedId('l.article_id', MUTED)} and ${isWanted(user, 'l.article_id')} as is_shown
      from (
        select article_id, published_at from article_topics
        where topic_id = open.topic_id and is_visible and (published_at, article_id) < (edge.published_at, edge.id)
        order by ${newest('published_at', 'article_id')} limit (select size from share)
      ) l
    ) looked
    where looked.is_shown or looked.place = (select size from share)
    order by ${newest('looked.published_at', 'looked.id')} limit ${LIMIT}
  ) head
), reach as materialized (
  select published_at, id from slow where is_end order by ${newest('published_at', 'id')} limit 1
), page as (
  select * from (select id, published_at from quick
  union select s.id, s.published_at from slow s left join reach on true
  where s.is_shown and (reach.id is null or (s.published_at, s.id) >= (reach.published_at, reach.id))
  order by ${newest('published_at', 'id')} limit ${LIMIT}) shown limit ${PAGE_MOST}
)
select json_build_object(
  'lookedUpTo', (select json_build_object('publishedAt', ${iso('published_at')}, 'id', id) from reach),
  ${told(user)}) as feed`;
