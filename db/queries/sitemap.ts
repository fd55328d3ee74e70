import { type Db, runNamed } from '../client.ts';
import { iso } from './article-card.ts';

/**
 * Every public address, by ranges of ids: a range is a walk along the primary key whatever the size
 * of the paper, and what is new changes the last range only.
 */

/** What has pages, and a range of it holds. */
export const SITEMAP_NOUNS = ['article', 'topic', 'author'] as const;
export type SitemapNoun = (typeof SITEMAP_NOUNS)[number];

/** A page and when what it shows was last changed (ISO 8601), null where nothing is shown yet. */
export type SitemapRow = { id: number; slug: string; changedAt: string | null };

const newestOf = (topicId: string) => `(
  select max(at.published_at) from article_topics at where at.topic_id = ${topicId} and at.is_visible)`;

const SOURCES: Record<SitemapNoun, { table: string; isPublic: string; changedAt: string }> = {
  article: {
    table: 'articles',
    isPublic: 't.is_visible',
    changedAt: 'greatest(t.published_at, t.updated_at)',
  },
  // Retired topics answer, but nothing new comes of them; merged ones are no pages.
  topic: {
    table: 'topics',
    isPublic: `t.kind <> 'author' and t.retired_at is null and t.merged_into_id is null`,
    changedAt: newestOf('t.id'),
  },
  author: { table: 'authors', isPublic: 'true', changedAt: newestOf('t.topic_id') },
};

/** The numbers (from 0) of the ranges of `size` ids in which something is public. */
export async function listSitemapRanges(db: Db, noun: SitemapNoun, size: number): Promise<number[]> {
  const { table, isPublic } = SOURCES[noun];
  const rows = await runNamed<{ range: number }>(
    db,
    `list_${noun}_sitemap_ranges`,
    `select n::int as range
     from generate_series(0, (select coalesce(max(id), 0) from ${table}) / $1::bigint) n
     cross join lateral (
       select 1 from ${table} t
       where t.id > n * $1::bigint and t.id <= (n + 1) * $1::bigint and ${isPublic} limit 1) found
     order by n`,
    [size],
  );
  return rows.map((row) => row.range);
}

/** Up to `limit` public rows with ids above `afterId` up to `lastId`, by id. */
export async function listSitemapRows(
  db: Db,
  noun: SitemapNoun,
  afterId: number,
  lastId: number,
  limit: number,
): Promise<SitemapRow[]> {
  const { table, isPublic, changedAt } = SOURCES[noun];
  return runNamed<SitemapRow>(
    db,
    `list_${noun}_sitemap_rows`,
    `select t.id, t.slug, ${iso(changedAt)} as "changedAt" from ${table} t
     where t.id > $1 and t.id <= $2 and ${isPublic} order by t.id limit $3`,
    [afterId, lastId, limit],
  );
}

export type NewsRow = { slug: string; headline: string; publishedAt: string };

/** The newest visible articles published after `since`. */
export async function listNews(db: Db, since: Date, limit: number): Promise<NewsRow[]> {
  return runNamed<NewsRow>(
    db,
    'list_news',
    `select a.slug, a.headline, ${iso('a.published_at')} as "publishedAt" from articles a
     where a.is_visible and a.published_at > $1 order by a.published_at desc, a.id desc limit $2`,
    [since, limit],
  );
}
