-- Finds names that are misspelt. Of PostgreSQL's own extensions; whoever may create tables may create it.
create extension if not exists pg_trgm;
--> statement-breakpoint
-- A topic's name and its other names in one text, a space before each word. For the index below, so it must
-- stay immutable.
create function all_names(name text, aliases text[]) returns text language sql immutable parallel safe as $$
  select ' ' || array_to_string(name || aliases, ' | ')
$$;
--> statement-breakpoint
-- What of an article readers search: see db/schema/search.ts. Of a body of extraordinary length its
-- beginning, because a tsvector holds a megabyte at most.
create function article_lexemes(headline text, dek text, body_html text, published_at timestamptz)
returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('english', folded_words(headline)), 'A')
    || setweight(to_tsvector('english', folded_words(dek)), 'B')
    || setweight(to_tsvector('english', folded_words(
      regexp_replace(left(body_html, 200000), '<[^>]*>|&#?[A-Za-z0-9]+;', ' ', 'g'))), 'C')
    || array_to_tsvector(array[
      'w:' || floor(extract(epoch from published_at) / 604800),
      'y:' || floor(extract(epoch from published_at) / 31449600)])
$$;
--> statement-breakpoint
CREATE TABLE "article_words" (
	"article_id" bigint PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_words" ADD CONSTRAINT "article_words_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- The words lie apart from their rows, so that many rows are looked at by reading few pages.
alter table article_words set (toast_tuple_target = 128), alter column words set storage external;
--> statement-breakpoint
CREATE INDEX "article_words_idx" ON "article_words" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "topics_spelling_idx" ON "topics" USING gin (folded_words(all_names("name", "aliases")) gin_trgm_ops);
--> statement-breakpoint
create function index_article_words() returns trigger language plpgsql as $$
begin
  if new.is_visible then
    insert into article_words (article_id, published_at, words)
    values (new.id, new.published_at, article_lexemes(new.headline, new.dek, new.body_html, new.published_at))
    on conflict (article_id) do update set published_at = excluded.published_at, words = excluded.words;
  else
    delete from article_words where article_id = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger articles_words_insert after insert on articles
  for each row when (new.is_visible) execute function index_article_words();
--> statement-breakpoint
create trigger articles_words_update after update of headline, dek, body_html, published_at, is_visible on articles
  for each row when ((old.headline, old.dek, old.body_html, old.published_at, old.is_visible)
    is distinct from (new.headline, new.dek, new.body_html, new.published_at, new.is_visible))
  execute function index_article_words();
--> statement-breakpoint
insert into article_words (article_id, published_at, words)
select id, published_at, article_lexemes(headline, dek, body_html, published_at) from articles where is_visible;
