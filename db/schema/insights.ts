import { sql } from 'drizzle-orm';
import { bigint, integer, pgMaterializedView } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** A count as it may be shown: the ten it has reached, nothing under ten. `count` is our own text, never input. */
const coarse = (count: string) => sql.raw(`case when ${count} >= 10 then (${count} / 10 * 10)::int end`);
const days = (column: string, count: number) => sql.raw(`${column} > now() - interval '${count} days'`);

/**
 * What readers ask of each topic and what the paper brings, as of `counted_at`. Figures about readers
 * are rounded down to tens and null under ten *here*, so that nothing that reads this view, whatever it
 * sorts, subtracts or draws, can tell of fewer than ten readers (ADR 008). A reader counts once for a
 * topic and a span, however much they read. Refreshed by db/queries/figures.ts.
 */
export const topicInsights = pgMaterializedView('topic_insights', {
  topicId: bigint('topic_id', { mode: 'number' }).notNull(),
  followerCount: integer('followers'),
  newFollowerCount7: integer('new_followers_7'),
  newFollowerCount28: integer('new_followers_28'),
  newFollowerCount90: integer('new_followers_90'),
  readerCount7: integer('readers_7'),
  readerCount28: integer('readers_28'),
  readerCount90: integer('readers_90'),
  /** Visible articles by the day they were published. They are public: exact, and zero is zero. */
  articleCount7: integer('articles_7').notNull(),
  articleCount28: integer('articles_28').notNull(),
  articleCount90: integer('articles_90').notNull(),
  countedAt: instant().notNull(),
}).as(sql`
  select t.id as topic_id, ${coarse('f.every')} as followers,
    ${coarse('f.week')} as new_followers_7, ${coarse('f.month')} as new_followers_28, ${coarse('f.quarter')} as new_followers_90,
    ${coarse('r.week')} as readers_7, ${coarse('r.month')} as readers_28, ${coarse('r.quarter')} as readers_90,
    coalesce(a.week, 0)::int as articles_7, coalesce(a.month, 0)::int as articles_28, coalesce(a.quarter, 0)::int as articles_90,
    now()::timestamptz(3) as counted_at
  from topics t
  left join (
    select topic_id, count(*) as every, count(*) filter (where ${days('created_at', 7)}) as week,
      count(*) filter (where ${days('created_at', 28)}) as month, count(*) filter (where ${days('created_at', 90)}) as quarter
    from follows group by topic_id) f on f.topic_id = t.id
  left join (
    select topic_id, count(*) filter (where ${days('read_at', 7)}) as week,
      count(*) filter (where ${days('read_at', 28)}) as month, count(*) as quarter
    from (
      select at.topic_id, r.user_id, max(r.read_at) as read_at
      from reads r join article_topics at on at.article_id = r.article_id
      where at.is_visible and ${days('r.read_at', 90)} group by at.topic_id, r.user_id) readers
    group by topic_id) r on r.topic_id = t.id
  left join (
    select topic_id, count(*) filter (where ${days('published_at', 7)}) as week,
      count(*) filter (where ${days('published_at', 28)}) as month, count(*) as quarter
    from article_topics where is_visible and ${days('published_at', 90)} group by topic_id) a on a.topic_id = t.id
  where t.kind <> 'author'`);
