-- The words of a text as searches compare them: without accents and capitals, one space between them.
-- For the index below, so it must stay immutable. Punctuation is listed and not matched by class, which
-- would depend on the locale; what is left holds only words and numbers for the text search's parser.
create function folded_words(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    lower(regexp_replace(normalize($1, nfkd), '[\u0300-\u036F]', '', 'g')),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u206F\u3000-\u303F]+', ' ', 'g')
$$;
--> statement-breakpoint
CREATE INDEX "article_topics_hidden_idx" ON "article_topics" USING btree ("topic_id","published_at" DESC NULLS LAST,"article_id" DESC NULLS LAST) WHERE not "article_topics"."is_visible";--> statement-breakpoint
CREATE INDEX "articles_headline_idx" ON "articles" USING gin (to_tsvector('simple', folded_words("headline")));