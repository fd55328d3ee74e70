DROP INDEX "follows_topic_idx";--> statement-breakpoint
CREATE INDEX "article_topics_topic_idx" ON "article_topics" USING btree ("topic_id","article_id","is_direct");--> statement-breakpoint
CREATE INDEX "follows_topic_idx" ON "follows" USING btree ("topic_id","created_at","user_id");