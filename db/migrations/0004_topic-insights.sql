CREATE MATERIALIZED VIEW "public"."topic_insights" AS (
  select t.id as topic_id, case when f.every >= 10 then (f.every / 10 * 10)::int end as followers,
    case when f.week >= 10 then (f.week / 10 * 10)::int end as new_followers_7, case when f.month >= 10 then (f.month / 10 * 10)::int end as new_followers_28, case when f.quarter >= 10 then (f.quarter / 10 * 10)::int end as new_followers_90,
    case when r.week >= 10 then (r.week / 10 * 10)::int end as readers_7, case when r.month >= 10 then (r.month / 10 * 10)::int end as readers_28, case when r.quarter >= 10 then (r.quarter / 10 * 10)::int end as readers_90,
    coalesce(a.week, 0)::int as articles_7, coalesce(a.month, 0)::int as articles_28, coalesce(a.quarter, 0)::int as articles_90,
    now()::timestamptz(3) as counted_at
  from topics t
  left join (
    select topic_id, count(*) as every, count(*) filter (where created_at > now() - interval '7 days') as week,
      count(*) filter (where created_at > now() - interval '28 days') as month, count(*) filter (where created_at > now() - interval '90 days') as quarter
    from follows group by topic_id) f on f.topic_id = t.id
  left join (
    select topic_id, count(*) filter (where read_at > now() - interval '7 days') as week,
      count(*) filter (where read_at > now() - interval '28 days') as month, count(*) as quarter
    from (
      select at.topic_id, r.user_id, max(r.read_at) as read_at
      from reads r join article_topics at on at.article_id = r.article_id
      where at.is_visible and r.read_at > now() - interval '90 days' group by at.topic_id, r.user_id) readers
    group by topic_id) r on r.topic_id = t.id
  left join (
    select topic_id, count(*) filter (where published_at > now() - interval '7 days') as week,
      count(*) filter (where published_at > now() - interval '28 days') as month, count(*) as quarter
    from article_topics where is_visible and published_at > now() - interval '90 days' group by topic_id) a on a.topic_id = t.id
  where t.kind <> 'author');--> statement-breakpoint
-- Unique, so that the view can be refreshed while it is read.
create unique index topic_insights_topic_key on topic_insights (topic_id);
