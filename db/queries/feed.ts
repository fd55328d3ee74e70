import { type Db, runNamed } from '../client.ts';
import { cardPairs, IS_CARD_TOPIC, iso, photoJson } from './article-card.ts';
import { changedSinceRead } from './kept-articles.ts';
import { isUnmuted, isUnmutedId, mutedIds } from './mutes.ts';
import { READER } from './reader.ts';
import { awakeIds } from './snoozes.ts';

/** How many of the newest articles the first branch looks at before per-topic reads take over. */
const QUICK_SCAN = 2_000;
/** Up to so many topics the heads of each are read in less time than the first branch may take for nothing. */
const FEW = 24;
/**
 * How many articles of one topic, and of all topics together, the second branch looks at where mutes
 * or "unread only" may reject them.
 */
const TOPIC_SCAN = 500;
const TOPICS_SHARE = 4;

/**
 * The most articles of a page. Said in the statement, whose plan is made once for pages of any size: without
 * it the planner expects thousands of cards, and joins for them.
 */
const PAGE_MOST = 100;

/** A place in the feed's order: strictly below it in `(publishedAt, id)` is the next page. */
export type FeedPosition = { publishedAt: Date; id: number };

type FeedItemRow = {
  id: number;
  slug: string;
  headline: string;
  dek: string;
  publishedAt: string;
  updatedAt: string | null;
  photo: unknown;
  authors: { slug: string; name: string }[];
  section: { slug: string; name: string };
  topics: { slug: string; name: string }[];
  reasons: { slug: string; name: string }[];
  firstVisibleAt: string;
  isNew: boolean;
  isRead: boolean;
  isSaved: boolean;
  changedSinceRead: boolean;
};
export type FeedRows = {
  items: FeedItemRow[];
  latestAt: string | null;
  /** How far was looked before the bound was met, where the page is not full: the next goes on below. */
  lookedUpTo: FeedPosition | null;
};

/** What a page is asked by: sub-selects, as READER is and for its reason. */
const AT = '(select $2::timestamptz)';
const ID = '(select $3::bigint)';
const LIMIT = '(select $4::bigint)';
const SLUG = '(select $5::text)';
const UNREAD_ONLY = '(select $6::boolean)';

/** True for what the reader has not read, or when read articles are wanted too. */
const isWanted = (user: string, id: string) =>
  `(not ${UNREAD_ONLY} or (select true from reads r where r.user_id = ${user} and r.article_id = ${id}) is null)`;
const MUTED = '(select muted from me)::bigint[]';
const TOPIC = "json_build_object('slug', t.slug, 'name', t.name)";
/** A card's topics are read with the reasons, and its photo is joined: what a page costs is mostly sub-selects an article. */
const TOLD = {
  photo: `case when p.article_id is not null then ${photoJson('p')} end`,
  topics: 'told.topics',
};
/** Newest first: the indexes read backwards. */
const newest = (at: string, id: string) => `${at} desc, ${id} desc`;

/**
 * The feed in one statement. `quick` filters a bounded scan over the newest articles. Only when that
 * does not fill the page does `slow` go on below it, at `edge`, and merge the heads of each followed
 * topic; topics that are muted or stand beneath a muted one are left out at once (`open`). For a reader of
 * few topics whose articles all count, `slow` alone does it, from the page's own place on.
 *
 * An article of the true page is within the first `limit` of one of its topics, so that without mutes
 * the merge is exact. Where articles may be rejected, at most so many of each topic are looked at
 * (`share`). `reach` is the newest place where that bound stopped a topic: down to there all is known,
 * what lies below is left to the next page, and the page may be short. See ADR 001.
 *
 * `user` is the reader's id in the statement, `followed` the array of what they follow. The bounds are said in
 * it, and are known to the planner.
 *
 * $1 for these two, $2/$3 position, $4 limit, $5 one followed topic's slug or null, $6 unread only
 */
const feedStatement = ({ user, followed }: Whose, { few, quickScan, topicScan }: Bounds) => `
with recursive me as materialized (
  select ${followed} as followed, ${mutedIds(user)} as muted
), wanted as materialized (
  select case when ${SLUG} is null then me.followed else array(
    select t.id from topics t where t.slug = ${SLUG} and t.id = any(me.followed)) end as ids from me
), ways as materialized (
  select cardinality(wanted.ids) > ${few} or cardinality(me.muted) > 0 or ${UNREAD_ONLY} as is_quick from wanted, me
), quick as materialized (
  select recent.id, recent.published_at from (
    select id, published_at, topic_ids from articles
    where (select is_quick from ways) and is_visible and (published_at, id) < (${AT}, ${ID})
    order by ${newest('published_at', 'id')} limit ${quickScan}
  ) recent
  where recent.topic_ids && (select ids from wanted)
    and ${isUnmuted('recent.topic_ids', MUTED)} and ${isWanted(user, 'recent.id')}
  order by ${newest('recent.published_at', 'recent.id')} limit ${LIMIT}
), edge as materialized (
  (select published_at, id from articles
  where (select is_quick from ways) and (select count(*) from quick) < ${LIMIT}
    and is_visible and (published_at, id) < (${AT}, ${ID})
  order by ${newest('published_at', 'id')} offset ${quickScan - 1} limit 1)
  union all select ${AT}, ${ID} from ways where not is_quick
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
  select case when ${UNREAD_ONLY} or cardinality(${MUTED}) > 0
    then least(${topicScan}::bigint, greatest(${topicScan} * ${TOPICS_SHARE} / greatest(count(*), 1), 1)) else ${LIMIT} end as size from open
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
  'latestAt', (select ${iso('max(first_visible_at)')} from articles where first_visible_at is not null),
  'lookedUpTo', (select json_build_object('publishedAt', ${iso('published_at')}, 'id', id) from reach),
  'items', coalesce((
    select json_agg(json_build_object('id', a.id, ${cardPairs('a', TOLD)},
      'firstVisibleAt', ${iso('a.first_visible_at')},
      'isNew', a.first_visible_at > coalesce(v.seen_up_to, u.created_at),
      'isRead', r.user_id is not null, 'changedSinceRead', ${changedSinceRead('a', 'r')},
      'isSaved', exists (select 1 from saves s where s.user_id = ${user} and s.article_id = a.id),
      'reasons', told.reasons
    ) order by a.published_at desc, a.id desc)
    from page join articles a on a.id = page.id
    left join users u on u.id = ${user} left join visits v on v.user_id = ${user}
    left join reads r on r.user_id = ${user} and r.article_id = a.id
    left join photos p on p.article_id = a.id and p.position = 0
    left join lateral (
      select json_agg(${TOPIC} order by at.position) filter (where ${IS_CARD_TOPIC}) as topics,
        json_agg(${TOPIC} order by at.is_direct desc, at.position, t.name)
          filter (where at.topic_id = any((select followed from me)::bigint[])) as reasons
      from article_topics at join topics t on t.id = at.topic_id where at.article_id = a.id
    ) told on true
  ), '[]')) as feed`;

type Whose = { name: string; user: string; followed: string };
const READERS: Whose = { name: 'list_feed', user: READER, followed: awakeIds(READER) };
/** For who has no account: nothing is muted, read or seen, and what they follow comes with the request. */
const ANYONES: Whose = { name: 'list_preview', user: 'null::uuid', followed: '(select $1::text::bigint[])' };

type Bounds = { few: number; quickScan: number; topicScan: number };
type ListOptions = {
  position: FeedPosition | null;
  limit: number;
  topicSlug: string | null;
  unreadOnly?: boolean;
} & Partial<Bounds>;

/**
 * Up to `limit` articles (100 at most) of the reader's feed below `position`, newest first, each once with every
 * followed topic it is in that is not snoozed, and the newest `first_visible_at` there is in the same snapshot. Fewer
 * than `limit` are the end only where `lookedUpTo` is null.
 */
export async function listFeed(db: Db, userId: string, options: ListOptions): Promise<FeedRows> {
  return runFeed(db, READERS, userId, options);
}

/** The same for whoever follows exactly these topics and has no account: nothing is new, read or muted. */
export async function listPreview(db: Db, topicIds: number[], options: ListOptions): Promise<FeedRows> {
  return runFeed(db, ANYONES, `{${topicIds.join(',')}}`, options);
}

async function runFeed(db: Db, whose: Whose, id: string, options: ListOptions): Promise<FeedRows> {
  const { position, limit, topicSlug, unreadOnly = false } = options;
  const { few = FEW, quickScan = QUICK_SCAN, topicScan = TOPIC_SCAN } = options;
  const values = [
    id,
    position?.publishedAt ?? new Date('9999-12-31T00:00:00Z'),
    position?.id ?? 0,
    limit,
    topicSlug,
    unreadOnly,
  ];
  const name = `${whose.name}_${few}_${quickScan}_${topicScan}`;
  const statement = feedStatement(whose, { few, quickScan, topicScan });
  const [row] = await runNamed<{ feed: Told }>(db, name, statement, values);
  if (!row) throw new Error('The feed returned no row.');
  const { lookedUpTo, ...rest } = row.feed;
  if (rest.items.length >= limit || !lookedUpTo) return { ...rest, lookedUpTo: null };
  return { ...rest, lookedUpTo: { id: lookedUpTo.id, publishedAt: new Date(lookedUpTo.publishedAt) } };
}

/** As the statement tells it: JSON has no dates. */
type Told = Omit<FeedRows, 'lookedUpTo'> & { lookedUpTo: { publishedAt: string; id: number } | null };
