-- A topic's name and its other names, each after a bar and a space. For a generated column: it must stay immutable,
-- and finds the function it calls where the path is empty too, as it is while a dump is restored.
create function topic_spelling(name text, aliases text[]) returns text language sql immutable parallel safe
set search_path from current as $$
  select string_agg('| ' || trim(folded_words(own.name)), '' order by place)
  from unnest($1 || $2) with ordinality as own (name, place)
$$;
--> statement-breakpoint
DROP INDEX "topics_spelling_idx";--> statement-breakpoint
drop function all_names;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "spelling" text GENERATED ALWAYS AS (topic_spelling(name, aliases)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "topics_spelling_idx" ON "topics" USING gin ("spelling" gin_trgm_ops);