-- The words of a text as searches compare them: without accents and capitals, one space between them.
-- For the index below, so it must stay immutable. Punctuation is listed and not matched by class, which
-- would depend on the locale; what is left holds only words and numbers for the text search's parser.
create function folded_words(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    lower(regexp_replace(normalize($1, nfkd), '[\u0300-\u036F]', '', 'g')),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u206F\u3000-\u303F]+', ' ', 'g')
$$;
--> statement-breakpoint
CREATE TABLE "mutes" (
	"user_id" uuid NOT NULL,
	"topic_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutes_user_id_topic_id_pk" PRIMARY KEY("user_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "newsroom_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"topic_name" text NOT NULL,
	"into_name" text,
	"request" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failure" text,
	"result" jsonb,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_merge_mutes" (
	"user_id" uuid NOT NULL,
	"merge_id" bigint NOT NULL,
	"muted_at" timestamp (3) with time zone NOT NULL,
	"had_into" boolean NOT NULL,
	CONSTRAINT "topic_merge_mutes_user_id_merge_id_pk" PRIMARY KEY("user_id","merge_id")
);
--> statement-breakpoint
CREATE TABLE "reads" (
	"user_id" uuid NOT NULL,
	"article_id" bigint NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reads_user_id_article_id_pk" PRIMARY KEY("user_id","article_id")
);
--> statement-breakpoint
DROP INDEX "article_topics_newest_idx";--> statement-breakpoint
DROP INDEX "article_topics_new_idx";--> statement-breakpoint
DROP INDEX "articles_newest_idx";--> statement-breakpoint
DROP INDEX "articles_first_visible_idx";--> statement-breakpoint
DROP INDEX "follows_topic_idx";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "keeps_history" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merge_mutes" ADD CONSTRAINT "topic_merge_mutes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merge_mutes" ADD CONSTRAINT "topic_merge_mutes_merge_id_topic_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."topic_merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mutes_topic_idx" ON "mutes" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "newsroom_jobs_open_idx" ON "newsroom_jobs" USING btree ("requested_at") WHERE "newsroom_jobs"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "newsroom_jobs_finished_idx" ON "newsroom_jobs" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "topic_merge_mutes_merge_idx" ON "topic_merge_mutes" USING btree ("merge_id");--> statement-breakpoint
CREATE INDEX "reads_history_idx" ON "reads" USING btree ("user_id","read_at","article_id");--> statement-breakpoint
CREATE INDEX "reads_expiry_idx" ON "reads" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "article_topics_topic_idx" ON "article_topics" USING btree ("topic_id","article_id","is_direct");--> statement-breakpoint
CREATE INDEX "article_topics_hidden_idx" ON "article_topics" USING btree ("topic_id","published_at","article_id") WHERE not "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_source_idx" ON "articles" USING btree ("source_hash" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "articles_headline_idx" ON "articles" USING gin (to_tsvector('simple', folded_words("headline")));--> statement-breakpoint
CREATE INDEX "article_topics_newest_idx" ON "article_topics" USING btree ("topic_id","published_at","article_id") WHERE "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "article_topics_new_idx" ON "article_topics" USING btree ("topic_id","first_visible_at","article_id") WHERE "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_newest_idx" ON "articles" USING btree ("published_at","id") WHERE "articles"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_first_visible_idx" ON "articles" USING btree ("first_visible_at");--> statement-breakpoint
CREATE INDEX "follows_topic_idx" ON "follows" USING btree ("topic_id","created_at","user_id");--> statement-breakpoint
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
