DROP INDEX "article_topics_newest_idx";--> statement-breakpoint
DROP INDEX "article_topics_new_idx";--> statement-breakpoint
DROP INDEX "articles_newest_idx";--> statement-breakpoint
DROP INDEX "articles_first_visible_idx";--> statement-breakpoint
DROP INDEX "follows_topic_idx";--> statement-breakpoint
DROP INDEX "reads_history_idx";--> statement-breakpoint
CREATE INDEX "article_topics_topic_idx" ON "article_topics" USING btree ("topic_id","article_id","is_direct");--> statement-breakpoint
CREATE INDEX "article_topics_newest_idx" ON "article_topics" USING btree ("topic_id","published_at","article_id") WHERE "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "article_topics_new_idx" ON "article_topics" USING btree ("topic_id","first_visible_at","article_id") WHERE "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_newest_idx" ON "articles" USING btree ("published_at","id") WHERE "articles"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_first_visible_idx" ON "articles" USING btree ("first_visible_at");--> statement-breakpoint
CREATE INDEX "follows_topic_idx" ON "follows" USING btree ("topic_id","created_at","user_id");--> statement-breakpoint
CREATE INDEX "reads_history_idx" ON "reads" USING btree ("user_id","read_at","article_id");