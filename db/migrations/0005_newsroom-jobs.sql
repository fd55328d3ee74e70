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
CREATE INDEX "newsroom_jobs_open_idx" ON "newsroom_jobs" USING btree ("requested_at") WHERE "newsroom_jobs"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "newsroom_jobs_finished_idx" ON "newsroom_jobs" USING btree ("finished_at");