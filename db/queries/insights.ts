import { type Db, runNamed, runPlanned } from '../client.ts';
import { escapeLike } from './like.ts';
import { holdsNeedle } from './topic-table.ts';
import type { TopicRow } from './topics.ts';

/** The spans figures are counted over, in days. */
export type InsightDays = 7 | 28 | 90;

/** What the rows are sorted by; a figure as it is shown, so that the order tells no more than the figures. */
const KEYS = {
  // By code point on every database, whatever its locale: the same order, and a quicker one.
  name: () => `coalesce(t.labels[1], lower(t.name)) collate "C"`,
  followers: () => 'coalesce(c.followers, 0)::bigint',
  newFollowers: (days: InsightDays) => `coalesce(c.new_followers_${days}, 0)::bigint`,
  readers: (days: InsightDays) => `coalesce(c.readers_${days}, 0)::bigint`,
  articles: (days: InsightDays) => `coalesce(c.articles_${days}, 0)::bigint`,
};
export type InsightKey = keyof typeof KEYS;

export type InsightRow = {
  id: number;
  key: string | number;
  slug: string;
  name: string;
  kind: TopicRow['kind'];
  /** Null for fewer than ten, as the two below. */
  followerCount: number | null;
  newFollowerCount: number | null;
  readerCount: number | null;
  articleCount: number;
};

const columns = (days: InsightDays) => `t.id, t.slug, t.name, t.kind, c.followers as "followerCount",
  c.new_followers_${days} as "newFollowerCount", c.readers_${days} as "readerCount",
  coalesce(c.articles_${days}, 0) as "articleCount"`;

/** What can be followed now: neither authors, nor merged or retired topics. */
const IN_USE = `t.kind <> 'author' and t.merged_into_id is null and t.retired_at is null`;

export type InsightOptions = {
  days: InsightDays;
  key: InsightKey;
  isDescending: boolean;
  kind: string | null;
  /** Part of a folded name or alias, or of a slug; empty for all. */
  needle: string;
  after: { key: string | number; id: number } | null;
  limit: number;
};

/** Topics with their figures, sorted by a key and by id where it is the same. Younger topics have none. */
export async function listInsights(db: Db, options: InsightOptions): Promise<InsightRow[]> {
  const { days, key, isDescending, after } = options;
  const direction = isDescending ? 'desc' : 'asc';
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const sortKey = KEYS[key](days);
  const conditions = [IN_USE];
  if (options.kind !== null) conditions.push(`t.kind = ${bind(options.kind)}`);
  if (options.needle) conditions.push(holdsNeedle(bind(escapeLike(options.needle))));
  if (after) {
    const type = key === 'name' ? 'text' : 'bigint';
    conditions.push(
      `(${sortKey}, t.id) ${isDescending ? '<' : '>'} (${bind(after.key)}::${type}, ${bind(after.id)}::bigint)`,
    );
  }
  const text = `select ${columns(days)}, ${sortKey} as key
    from topics t left join topic_insights c on c.topic_id = t.id
    where ${conditions.join(' and ')}
    order by ${sortKey} ${direction}, t.id ${direction} limit ${bind(options.limit)}`;
  return runPlanned<InsightRow>(db, text, values);
}

const LISTS = {
  /** Ten followers or more, and no article in the span: the most followed first. */
  notCovered: (days: InsightDays) =>
    `c.followers is not null and c.articles_${days} = 0 order by c.followers desc`,
  /** An article in the span, and fewer than ten followers: the most covered first. */
  notFollowed: (days: InsightDays) =>
    `c.followers is null and c.articles_${days} > 0 order by c.articles_${days} desc`,
  mostFollowed: () => 'c.followers is not null order by c.followers desc',
  mostCovered: (days: InsightDays) => `c.articles_${days} > 0 order by c.articles_${days} desc`,
};

/** The first topics of a list, those alike by name. */
export async function listInsightTop(
  db: Db,
  list: keyof typeof LISTS,
  days: InsightDays,
  limit: number,
): Promise<InsightRow[]> {
  return runNamed<InsightRow>(
    db,
    `insights_${list}_${days}`,
    `select ${columns(days)} from topic_insights c join topics t on t.id = c.topic_id
     where ${IN_USE} and ${LISTS[list](days)}, lower(t.name) collate "C", t.id limit $1`,
    [limit],
  );
}

/** True when there is any figure about readers that may be shown, of whatever span. */
export async function hasReaderFigures(db: Db): Promise<boolean> {
  const [row] = await runNamed<{ has: boolean }>(
    db,
    'insights_any',
    'select exists (select 1 from topic_insights where followers is not null or readers_90 is not null) as has',
    [],
  );
  return row?.has ?? false;
}
