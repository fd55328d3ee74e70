import { and, eq } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { articles } from '../schema.ts';
import { cardPairs, photoJson } from './article-card.ts';

/** One visible article with body and photos as `articleDto` shapes it (less `readingMinutes`), or null. */
export async function getArticle(db: Db, slug: string): Promise<unknown> {
  const rows = await runNamed<{ article: unknown }>(
    db,
    'get_article',
    `select json_build_object(${cardPairs('a')},
       'bodyHtml', a.body_html, 'dateline', a.dateline, 'agency', a.agency, 'wordCount', a.word_count,
       'photos', coalesce((
         select json_agg(${photoJson('p')} order by p.position) from photos p where p.article_id = a.id), '[]')
     ) as article
     from articles a where a.slug = $1 and a.is_visible`,
    [slug],
  );
  return rows[0]?.article ?? null;
}

/** The id of the visible article with this slug, or null. */
export async function findVisibleArticle(db: DbOrTx, slug: string): Promise<number | null> {
  const [row] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.slug, slug), eq(articles.isVisible, true)));
  return row?.id ?? null;
}

/** The newest visible articles; `isLead` is the editor's flag. */
export async function listNewest(db: Db, limit: number): Promise<unknown[]> {
  const rows = await runNamed<{ card: unknown }>(
    db,
    'list_newest',
    `select json_build_object(${cardPairs('a')}, 'isLead', a.is_lead) as card
     from articles a where a.is_visible
     order by a.published_at desc, a.id desc limit $1`,
    [limit],
  );
  return rows.map((row) => row.card);
}

/** A place in a list ordered by `(publishedAt, id)`, newest first. */
export type ListPosition = { publishedAt: Date; id: number };

/** The newest visible articles of a topic or of anything beneath it, below `position` if given. */
export async function listTopicArticles(
  db: Db,
  topicId: number,
  limit: number,
  position: ListPosition | null = null,
): Promise<unknown[]> {
  const rows = await runNamed<{ card: unknown }>(
    db,
    'list_topic_articles',
    `select json_build_object('id', a.id, ${cardPairs('a')}) as card
     from article_topics listed join articles a on a.id = listed.article_id
     where listed.topic_id = $1 and listed.is_visible
       and (listed.published_at, listed.article_id) < ($3::timestamptz, $4::bigint)
     order by listed.published_at desc, listed.article_id desc limit $2`,
    [topicId, limit, position?.publishedAt ?? new Date('9999-12-31T00:00:00Z'), position?.id ?? 0],
  );
  return rows.map((row) => row.card);
}

/**
 * Visible articles that share topics with this one: each shared direct topic counts the more the
 * rarer it is (1 / ln(e + articles)), then the newest first.
 */
export async function listRelated(db: Db, slug: string, limit: number): Promise<unknown[]> {
  const rows = await runNamed<{ card: unknown }>(
    db,
    'list_related',
    `with own as (
       select at.topic_id, 1 / ln(2.718281828 + (
         select count(*) from (select 1 from article_topics c
           where c.topic_id = at.topic_id and c.is_visible limit 1000) bounded)) as weight
       from article_topics at join articles a on a.id = at.article_id join topics t on t.id = at.topic_id
       where a.slug = $1 and at.is_direct and t.kind not in ('author', 'section')
     ), scored as (
       select near.article_id, sum(own.weight) as score, max(near.published_at) as published_at
       from own cross join lateral (
         select at.article_id, at.published_at from article_topics at
         where at.topic_id = own.topic_id and at.is_visible
         order by at.published_at desc, at.article_id desc limit 50) near
       group by near.article_id
     )
     select json_build_object(${cardPairs('a')}) as card
     from scored join articles a on a.id = scored.article_id
     where a.slug <> $1
     order by scored.score desc, scored.published_at desc, a.id desc limit $2`,
    [slug, limit],
  );
  return rows.map((row) => row.card);
}

export type AuthorRow = { slug: string; name: string; role: string; bio: string; topicId: number };

/** The author with this slug, or null. */
export async function getAuthor(db: Db, slug: string): Promise<AuthorRow | null> {
  const rows = await runNamed<AuthorRow>(
    db,
    'get_author',
    'select slug, name, role, bio, topic_id as "topicId" from authors where slug = $1',
    [slug],
  );
  return rows[0] ?? null;
}
