import { sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { visits } from '../schema.ts';
import { cardPairs, iso } from './article-card.ts';

/** How many of the newest articles the first branch looks at before per-topic reads take over. */
const QUICK_SCAN = 2_000;
/** The new-count stops here; readers see "99+". */
export const NEW_COUNT_CAP = 100;

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
  isNew: boolean;
};
export type FeedRows = { items: FeedItemRow[]; latestAt: string | null };

/**
 * The feed in one statement. `quick` filters a bounded scan over the newest articles; only when
 * that does not fill the page does `slow` merge the heads of each followed topic. Both are exact:
 * an article of the true page is within the first `limit` of one of its topics. See ADR 001.
 *
 * $1 user, $2/$3 position, $4 limit, $5 one followed topic's slug or null, $6 scan bound
 */
const LIST_FEED = `
with me as materialized (
  select coalesce(array_agg(f.topic_id), '{}') as ids from follows f where f.user_id = $1
), wanted as materialized (
  select case when $5::text is null then me.ids else array(
    select t.id from topics t where t.slug = $5 and t.id = any(me.ids)) end as ids from me
), quick as materialized (
  select recent.id, recent.published_at from (
    select id, published_at, topic_ids from articles
    where is_visible and (published_at, id) < ($2::timestamptz, $3::bigint)
    order by published_at desc, id desc limit $6
  ) recent
  where recent.topic_ids && (select ids from wanted)
  order by recent.published_at desc, recent.id desc limit $4
), slow as materialized (
  select distinct head.article_id as id, head.published_at
  from unnest((select ids from wanted)) as followed(topic_id)
  cross join lateral (
    select article_id, published_at from article_topics
    where topic_id = followed.topic_id and is_visible
      and (published_at, article_id) < ($2::timestamptz, $3::bigint)
    order by published_at desc, article_id desc limit $4
  ) head
  where (select count(*) from quick) < $4
  order by head.published_at desc, id desc limit $4
), page as (
  select id from quick where (select count(*) from quick) >= $4
  union all select id from slow
)
select json_build_object(
  'latestAt', (select ${iso('max(first_visible_at)')} from articles where first_visible_at is not null),
  'items', coalesce((
    select json_agg(json_build_object('id', a.id, ${cardPairs('a')},
      'isNew', a.first_visible_at > coalesce(v.seen_up_to, u.created_at),
      'reasons', (
        select json_agg(json_build_object('slug', t.slug, 'name', t.name)
          order by at.is_direct desc, at.position, t.name)
        from article_topics at join topics t on t.id = at.topic_id
        where at.article_id = a.id and at.topic_id = any((select ids from me)::bigint[]))
    ) order by a.published_at desc, a.id desc)
    from page join articles a on a.id = page.id
    join users u on u.id = $1 left join visits v on v.user_id = $1
  ), '[]')) as feed`;

/**
 * Up to `limit` articles of the reader's feed below `position`, newest first, each once with every
 * followed topic it is in, and the newest `first_visible_at` there is in the same snapshot.
 */
export async function listFeed(
  db: Db,
  userId: string,
  options: { position: FeedPosition | null; limit: number; topicSlug: string | null; quickScan?: number },
): Promise<FeedRows> {
  const { position, limit, topicSlug, quickScan = QUICK_SCAN } = options;
  const values = [
    userId,
    position?.publishedAt ?? new Date('9999-12-31T00:00:00Z'),
    position?.id ?? 0,
    limit,
    topicSlug,
    quickScan,
  ];
  const [row] = await runNamed<{ feed: FeedRows }>(db, 'list_feed', LIST_FEED, values);
  return row?.feed ?? { items: [], latestAt: null };
}

const COUNT_NEW = `
with since as materialized (
  select coalesce(v.seen_up_to, u.created_at) as at
  from users u left join visits v on v.user_id = u.id where u.id = $1
)
select count(*)::int as count from (
  select distinct fresh.article_id
  from follows f cross join lateral (
    select article_id from article_topics
    where topic_id = f.topic_id and is_visible and first_visible_at > (select at from since)
    order by first_visible_at desc limit ${NEW_COUNT_CAP}
  ) fresh
  where f.user_id = $1 limit ${NEW_COUNT_CAP}
) counted`;

/** How many articles of the feed became visible after the reader's last visit; at most `NEW_COUNT_CAP`. */
export async function countNew(db: Db, userId: string): Promise<number> {
  const [row] = await runNamed<{ count: number }>(db, 'count_new', COUNT_NEW, [userId]);
  return row?.count ?? 0;
}

/** Moves the reader's last visit forward to `seenUpTo`, never back. */
export async function saveVisit(db: DbOrTx, userId: string, seenUpTo: Date): Promise<void> {
  await db
    .insert(visits)
    .values({ userId, seenUpTo })
    .onConflictDoUpdate({
      target: visits.userId,
      set: { seenUpTo: sql`greatest(${visits.seenUpTo}, excluded.seen_up_to)`, updatedAt: sql`now()` },
    });
}
