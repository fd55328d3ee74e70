import { and, eq, inArray, isNull, like, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { DbOrTx } from '../client.ts';
import { articleAuthors, articles, articleTopics, photos } from '../schema.ts';
import { escapeLike } from './like.ts';

/** Articles as the publishing service writes them. All of it runs within its transaction. */

/** Where ancestors stand in an article's order of topics: after all direct ones. */
const ANCESTOR_POSITION = 1_000;
const ROWS_AT_ONCE = 500;
/** Articles whose topics are recomputed by one statement, which must end within the limits of db/client.ts. */
const REBUILT_AT_ONCE = 10_000;

type ArticleRecord = typeof articles.$inferSelect;
/** What is compared before and after publishing. */
export type ArticleState = Pick<
  ArticleRecord,
  'id' | 'slug' | 'sourceHash' | 'isVisible' | 'withdrawnAt' | 'topicIds' | 'topicsManagedAt'
>;
/** The columns that come from an article's source. */
export type ArticleValues = Omit<
  ArticleRecord,
  'id' | 'topicIds' | 'topicsManagedAt' | 'firstVisibleAt' | 'isVisible' | 'withdrawnAt'
>;
export type ArticleParts = {
  articleId: number;
  authorIds: number[];
  /** Direct topics in the editor's order; null leaves them as they are. */
  topicIds: number[] | null;
  photos: Omit<typeof photos.$inferInsert, 'articleId' | 'position'>[];
};

const STATE = {
  id: articles.id,
  slug: articles.slug,
  sourceHash: articles.sourceHash,
  isVisible: articles.isVisible,
  withdrawnAt: articles.withdrawnAt,
  topicIds: articles.topicIds,
  topicsManagedAt: articles.topicsManagedAt,
};

/** The state of every article whose `sourceHash` begins with `prefix`. */
export async function loadArticleStates(tx: DbOrTx, prefix: string): Promise<ArticleState[]> {
  return tx
    .select(STATE)
    .from(articles)
    .where(like(articles.sourceHash, `${escapeLike(prefix)}%`));
}

/** What is known of the pictures of every article whose `sourceHash` begins with `prefix`: each path once. */
export async function loadPhotoFacts(tx: DbOrTx, prefix: string) {
  const { path, width, height, dominantColour } = photos;
  return tx
    .selectDistinct({ path, width, height, dominantColour })
    .from(photos)
    .innerJoin(articles, eq(articles.id, photos.articleId))
    .where(like(articles.sourceHash, `${escapeLike(prefix)}%`));
}

/** The state of these articles. */
export async function loadStatesById(tx: DbOrTx, ids: number[]): Promise<ArticleState[]> {
  return tx.select(STATE).from(articles).where(inAny(articles.id, ids));
}

/** The state of these articles, by slug, wherever they came from. */
export async function loadStatesBySlug(tx: DbOrTx, slugs: string[]): Promise<ArticleState[]> {
  return slugs.length === 0 ? [] : tx.select(STATE).from(articles).where(inArray(articles.slug, slugs));
}

/** The articles that are in one of these topics, directly or through a child of it. */
export async function listArticleIdsInTopics(tx: DbOrTx, topicIds: number[]): Promise<number[]> {
  if (topicIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: articleTopics.articleId })
    .from(articleTopics)
    .where(inAny(articleTopics.topicId, topicIds));
  return rows.map((row) => row.id);
}

/** Adds an article, not visible yet, and returns its id. */
export async function insertArticle(tx: DbOrTx, values: ArticleValues): Promise<number> {
  const [row] = await tx.insert(articles).values(values).returning({ id: articles.id });
  if (!row) throw new Error('The article was not stored.');
  return row.id;
}

/**
 * Writes an article's source columns; it keeps its id and `firstVisibleAt`. A withdrawal is lifted;
 * an article whose time has been moved past `now` is hidden again until then.
 */
export async function updateArticle(tx: DbOrTx, id: number, values: ArticleValues, now: Date): Promise<void> {
  const isDue = values.publishedAt <= now;
  await tx
    .update(articles)
    .set({ ...values, withdrawnAt: null, ...(isDue ? {} : { isVisible: false }) })
    .where(eq(articles.id, id));
}

/** Takes these articles out of everything readers see. */
export async function withdrawArticles(tx: DbOrTx, ids: number[], now: Date): Promise<void> {
  await tx
    .update(articles)
    .set({ withdrawnAt: now, isVisible: false })
    .where(and(inAny(articles.id, ids), isNull(articles.withdrawnAt)));
}

/** Replaces authors, photos and direct topics of these articles. `rebuildTopics` must follow. */
export async function replaceParts(tx: DbOrTx, parts: ArticleParts[]): Promise<void> {
  const ids = parts.map((part) => part.articleId);
  await tx.delete(articleAuthors).where(inAny(articleAuthors.articleId, ids));
  await tx.delete(photos).where(inAny(photos.articleId, ids));
  const tagged = parts.filter((part) => part.topicIds !== null).map((part) => part.articleId);
  await tx.delete(articleTopics).where(inAny(articleTopics.articleId, tagged));
  const written = parts.flatMap(({ articleId, authorIds }) =>
    authorIds.map((authorId, position) => ({ articleId, authorId, position })),
  );
  const pictures = parts.flatMap(({ articleId, photos: list }) =>
    list.map((photo, position) => ({ ...photo, articleId, position })),
  );
  // The dates are put right by `syncTopicRows`.
  const about = parts.flatMap(({ articleId, topicIds }) =>
    (topicIds ?? []).map((topicId, position) => ({
      articleId,
      topicId,
      position,
      isDirect: true,
      publishedAt: new Date(0),
    })),
  );
  for (const rows of chunks(written)) await tx.insert(articleAuthors).values(rows);
  for (const rows of chunks(pictures)) await tx.insert(photos).values(rows);
  for (const rows of chunks(about)) await tx.insert(articleTopics).values(rows);
}

/**
 * Recomputes what follows from the direct topics of these articles and the tree of topics: the
 * ancestor rows of `article_topics`, and `articles.topic_ids`.
 */
export async function rebuildTopics(tx: DbOrTx, ids: number[]): Promise<void> {
  for (const some of chunks(ids, REBUILT_AT_ONCE)) await rebuildSome(tx, some);
}

async function rebuildSome(tx: DbOrTx, ids: number[]): Promise<void> {
  // `union` drops repeated rows, so this would end even if the parents formed a cycle.
  const closure = sql`with recursive closure as (
      select at.article_id, t.parent_id as topic_id from article_topics at join topics t on t.id = at.topic_id
      where at.is_direct and at.article_id = any(${idArray(ids)}) and t.parent_id is not null
      union
      select c.article_id, t.parent_id from closure c join topics t on t.id = c.topic_id where t.parent_id is not null
    )`;
  await tx.execute(sql`${closure}
    delete from article_topics old where old.article_id = any(${idArray(ids)}) and not old.is_direct
      and not exists (select 1 from closure c where c.article_id = old.article_id and c.topic_id = old.topic_id)`);
  // What is said twice about the ids tells the planner how few articles they are: it cannot know of a closure.
  await tx.execute(sql`${closure}
    insert into article_topics (article_id, topic_id, is_direct, position, published_at, first_visible_at, is_visible)
    select c.article_id, c.topic_id, false, ${sql.raw(String(ANCESTOR_POSITION))},
      a.published_at, a.first_visible_at, a.is_visible
    from closure c join articles a on a.id = c.article_id
    where a.id = any(${idArray(ids)})
    on conflict (article_id, topic_id) do nothing`);
  await tx.execute(sql`
    update articles a set topic_ids = made.topic_ids
    from (select article_id, array_agg(topic_id order by position, topic_id) as topic_ids
      from article_topics where article_id = any(${idArray(ids)}) group by article_id) made
    where a.id = made.article_id and a.id = any(${idArray(ids)}) and a.topic_ids is distinct from made.topic_ids`);
}

/** Copies visibility and dates of these articles to their topic rows. */
export async function syncTopicRows(tx: DbOrTx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    update article_topics at
    set published_at = a.published_at, first_visible_at = a.first_visible_at, is_visible = a.is_visible
    from articles a where a.id = at.article_id and a.id = any(${idArray(ids)})
      and (at.published_at, at.first_visible_at, at.is_visible)
        is distinct from (a.published_at, a.first_visible_at, a.is_visible)`);
}

/** Ids as one parameter, since a list of any length would run into the limit of 65,535. */
export function idArray(ids: number[]): SQL {
  return sql`${`{${ids.join(',')}}`}::text::bigint[]`;
}

function inAny(column: PgColumn, ids: number[]): SQL {
  return sql`${column} = any(${idArray(ids)})`;
}

function* chunks<T>(rows: T[], size = ROWS_AT_ONCE): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
