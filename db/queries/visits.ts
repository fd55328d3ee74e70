import { sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { visits } from '../schema.ts';
import { isUnmutedId, mutedIds } from './mutes.ts';
import { READER } from './reader.ts';
import { isAwake } from './snoozes.ts';

/** The new-count stops here; readers see "99+". */
export const NEW_COUNT_CAP = 100;
/** How many new articles of one topic are looked at where mutes may reject them. */
const TOPIC_SCAN = 500;

const MUTED = '(select ids from muted)::bigint[]';

/** Up to so many new articles for each followed topic, looking through them costs less than asking for each topic. */
const RECENT_PER_FOLLOW = 2;
/** The most that are ever looked through; known to the planner, which would expect a third of the paper. */
const RECENT_MOST = 2_000;

/**
 * How many articles of the feed became visible after `since`, a query of one instant called `at`.
 * `isOf` and `isWanted` narrow it: by the follow `f`, and by the article `found`.
 *
 * Who was here lately, or follows much, is told from all that came since, looked through once (`recent`); who was
 * away for long and follows little, from the newest of each followed topic.
 */
const countSince = (reader: string, since: string, isOf = 'true', isWanted = 'true') => `
with since as materialized (${since}), muted as materialized (select ${mutedIds(reader)} as ids),
followed as materialized (
  select f.topic_id from follows f where f.user_id = ${reader} and ${isAwake('f')} and ${isOf}
), way as materialized (
  select not exists (
    select from (
      select first_visible_at from articles where first_visible_at is not null
      order by first_visible_at desc offset (select least(${RECENT_PER_FOLLOW} * count(*), ${RECENT_MOST}) from followed) limit 1
    ) beyond where beyond.first_visible_at > (select at from since)
  ) as is_recent
), recent as materialized (
  select id, topic_ids from articles
  where (select is_recent from way) and is_visible and first_visible_at > (select at from since)
  order by first_visible_at desc limit ${RECENT_MOST}
)
select count(*)::int as count from (
  select article_id from (
    select distinct came.article_id
    from (select id as article_id, unnest(topic_ids) as topic_id from recent) came
    join followed f on f.topic_id = came.topic_id
    union all
    select distinct fresh.article_id
    from followed f cross join lateral (
      select article_id from article_topics
      where topic_id = f.topic_id and is_visible and first_visible_at > (select at from since)
      order by first_visible_at desc
      limit case when cardinality(${MUTED}) > 0 then ${TOPIC_SCAN} else ${NEW_COUNT_CAP} end
    ) fresh
    where not (select is_recent from way)
  ) found
  where ${isUnmutedId('found.article_id', MUTED)} and ${isWanted} limit ${NEW_COUNT_CAP}
) counted`;

/** SQL text that counts what is new to a reader (`countNew`). */
export const newCount = (reader: string) =>
  countSince(
    reader,
    `
  select coalesce(v.seen_up_to, u.created_at) as at
  from users u left join visits v on v.user_id = u.id where u.id = ${reader}`,
  );

/** $2 the instant, $3 one topic's slug or null, $4 unread only */
const COUNT_ARRIVED = countSince(
  READER,
  'select (select $2::timestamptz) as at',
  '((select $3::text) is null or f.topic_id = (select t.id from topics t where t.slug = (select $3::text)))',
  `(not (select $4::boolean) or not exists (
     select from reads r where r.user_id = ${READER} and r.article_id = found.article_id))`,
);

/**
 * How many articles of the feed became visible after the reader's last visit; at most `NEW_COUNT_CAP`.
 * For a reader who mutes, only the newest 500 of each followed topic are looked at.
 */
export async function countNew(db: Db, userId: string): Promise<number> {
  const [row] = await runNamed<{ count: number }>(db, 'count_new', newCount(READER), [userId]);
  return row?.count ?? 0;
}

/**
 * How many articles of the feed, narrowed as it is shown, became visible after `after`; at most
 * `NEW_COUNT_CAP`. Of each topic the newest are looked at, as in `countNew`.
 */
export async function countArrived(
  db: Db,
  userId: string,
  options: { after: Date; topicSlug: string | null; unreadOnly: boolean },
): Promise<number> {
  const values = [userId, options.after, options.topicSlug, options.unreadOnly];
  const [row] = await runNamed<{ count: number }>(db, 'count_arrived', COUNT_ARRIVED, values);
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
