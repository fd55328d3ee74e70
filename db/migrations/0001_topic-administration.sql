CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_key" text NOT NULL,
	"subject_name" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "topic_merge_articles" (
	"merge_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"had_into" boolean NOT NULL,
	CONSTRAINT "topic_merge_articles_merge_id_article_id_pk" PRIMARY KEY("merge_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "topic_merge_follows" (
	"user_id" uuid NOT NULL,
	"merge_id" bigint NOT NULL,
	"followed_at" timestamp (3) with time zone NOT NULL,
	"had_into" boolean NOT NULL,
	CONSTRAINT "topic_merge_follows_user_id_merge_id_pk" PRIMARY KEY("user_id","merge_id")
);
--> statement-breakpoint
CREATE TABLE "topic_merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_topic_id" bigint NOT NULL,
	"into_topic_id" bigint NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"child_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"added_aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"is_place_taken" boolean DEFAULT false NOT NULL,
	"into_parent_id" bigint,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "follows_topic_idx";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "topics_managed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "retirement_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "labels" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "wikidata_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "media_topic_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "successor_id" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "managed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topic_merge_articles" ADD CONSTRAINT "topic_merge_articles_merge_id_topic_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."topic_merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merge_articles" ADD CONSTRAINT "topic_merge_articles_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merge_follows" ADD CONSTRAINT "topic_merge_follows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merge_follows" ADD CONSTRAINT "topic_merge_follows_merge_id_topic_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."topic_merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merges" ADD CONSTRAINT "topic_merges_from_topic_id_topics_id_fk" FOREIGN KEY ("from_topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merges" ADD CONSTRAINT "topic_merges_into_topic_id_topics_id_fk" FOREIGN KEY ("into_topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_merges" ADD CONSTRAINT "topic_merges_into_parent_id_topics_id_fk" FOREIGN KEY ("into_parent_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject","subject_key","id");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "topic_merge_follows_merge_idx" ON "topic_merge_follows" USING btree ("merge_id");--> statement-breakpoint
CREATE INDEX "topic_merges_from_idx" ON "topic_merges" USING btree ("from_topic_id");--> statement-breakpoint
CREATE INDEX "topic_merges_into_idx" ON "topic_merges" USING btree ("into_topic_id");--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_successor_id_topics_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_into_id_topics_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topics_merged_idx" ON "topics" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "topics_labels_idx" ON "topics" USING gin ("labels");--> statement-breakpoint
CREATE INDEX "follows_topic_idx" ON "follows" USING btree ("topic_id","created_at");--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_check" CHECK ("topics"."merged_into_id" <> "topics"."id");--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."topic_counts" AS (
  select t.id as topic_id, coalesce(f.followers, 0)::int as follower_count,
    coalesce(f.recent, 0)::int as new_follower_count, coalesce(a.articles, 0)::int as article_count,
    a.last_used_at, now()::timestamptz(3) as counted_at
  from topics t
  left join (
    select topic_id, count(*) as followers, count(*) filter (where created_at > now() - interval '28 days') as recent
    from follows group by topic_id) f on f.topic_id = t.id
  left join (
    select topic_id, count(*) as articles, max(published_at) filter (where is_visible) as last_used_at
    from article_topics group by topic_id) a on a.topic_id = t.id);