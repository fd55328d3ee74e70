import { type Db, runNamed } from '../client.ts';

/** A week from Monday 0:00 UTC (`YYYY-MM-DD`) and how many articles it has, counted up to a limit. */
export type WeekRow = { startsOn: string; count: number };

/**
 * Visible articles of a topic in each of the `weeks` up to that of its newest, oldest week first; empty
 * for a topic without articles. Of each week at most `limit` are counted, so that no topic, however
 * large, costs more than `weeks * limit` entries of an index.
 */
export async function listWeekCounts(
  db: Db,
  topicId: number,
  weeks: number,
  limit: number,
): Promise<WeekRow[]> {
  return runNamed<WeekRow>(
    db,
    'list_week_counts',
    `with newest as (
       select date_trunc('week', max(at.published_at) at time zone 'UTC') as week
       from article_topics at where at.topic_id = $1 and at.is_visible
     )
     select to_char(starts, 'YYYY-MM-DD') as "startsOn", counted.count
     from newest
     cross join lateral generate_series(
       newest.week - ($2::int - 1) * interval '1 week', newest.week, interval '1 week') as starts
     cross join lateral (
       select count(*)::int as count from (
         select 1 from article_topics at
         where at.topic_id = $1 and at.is_visible and at.published_at >= starts at time zone 'UTC'
           and at.published_at < (starts + interval '1 week') at time zone 'UTC'
         limit $3) bounded) counted
     order by starts`,
    [topicId, weeks, limit],
  );
}
