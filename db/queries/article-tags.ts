import { asc, eq, inArray } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { articles, articleTopics, topics } from '../schema.ts';
import { rebuildTopics, syncTopicRows } from './publishing.ts';

/** Which topics articles are in directly, as editors see and change it. */

export type TagRow = {
  id: number;
  slug: string;
  name: string;
  kind: (typeof topics.$inferSelect)['kind'];
  retiredAt: Date | null;
};
export type TaggedArticle = Pick<
  typeof articles.$inferSelect,
  | 'id'
  | 'slug'
  | 'headline'
  | 'dek'
  | 'sectionId'
  | 'topicIds'
  | 'publishedAt'
  | 'isVisible'
  | 'withdrawnAt'
  | 'topicsManagedAt'
  | 'sourceHash'
> & {
  /** Direct topics in their order, the section's and the authors' included. */
  direct: TagRow[];
};

/** These articles, by slug, with their direct topics. */
export async function loadTaggedArticles(db: DbOrTx, slugs: string[]): Promise<TaggedArticle[]> {
  const { id, slug, headline, dek, sectionId, topicIds, publishedAt, isVisible, withdrawnAt } = articles;
  const { topicsManagedAt, sourceHash } = articles;
  const rows = await db
    .select({
      ...{ id, slug, headline, dek, sectionId, topicIds },
      ...{ publishedAt, isVisible, withdrawnAt, topicsManagedAt, sourceHash },
    })
    .from(articles)
    .where(inArray(articles.slug, slugs));
  const direct = await loadDirectTopics(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, direct: direct.get(row.id) ?? [] }));
}

/** The direct topics of these articles, in their order, by the id of the article. */
export async function loadDirectTopics(db: DbOrTx, articleIds: number[]): Promise<Map<number, TagRow[]>> {
  const { id, slug, name, kind, retiredAt } = topics;
  const rows = await db
    .select({
      articleId: articleTopics.articleId,
      isDirect: articleTopics.isDirect,
      id,
      slug,
      name,
      kind,
      retiredAt,
    })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .where(inArray(articleTopics.articleId, articleIds))
    .orderBy(asc(articleTopics.position), asc(topics.id));
  const byArticle = new Map<number, TagRow[]>();
  for (const { articleId, isDirect, ...topic } of rows)
    if (isDirect) byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), topic]);
  return byArticle;
}

/**
 * Makes these the direct topics of the articles, in this order, with all that follows from them (ancestors,
 * dates, visibility). Editors keep them from `now` on: the source of an article no longer decides.
 */
export async function replaceDirectTopics(
  tx: DbOrTx,
  changes: { articleId: number; topicIds: number[] }[],
  now: Date,
): Promise<void> {
  const ids = changes.map((change) => change.articleId);
  await tx.delete(articleTopics).where(inArray(articleTopics.articleId, ids));
  await tx.insert(articleTopics).values(
    changes.flatMap(({ articleId, topicIds }) =>
      // The date is put right by `syncTopicRows`.
      topicIds.map((topicId, position) => ({
        ...{ articleId, topicId, position },
        isDirect: true,
        publishedAt: new Date(0),
      })),
    ),
  );
  await rebuildTopics(tx, ids);
  await syncTopicRows(tx, ids);
  await tx.update(articles).set({ topicsManagedAt: now }).where(inArray(articles.id, ids));
}

/**
 * Gives the topics of an article back to its source. `sourceHash` must be none that a source has, so that
 * the source is stored anew with the next publishing.
 */
export async function endTopicsManaged(tx: DbOrTx, articleId: number, sourceHash: string): Promise<void> {
  await tx.update(articles).set({ topicsManagedAt: null, sourceHash }).where(eq(articles.id, articleId));
}

/** Slug and kind of these topics, by id: what names their pages. */
export async function loadTopicNames(
  db: DbOrTx,
  ids: number[],
): Promise<Map<number, { slug: string; kind: TagRow['kind'] }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: topics.id, slug: topics.slug, kind: topics.kind })
    .from(topics)
    .where(inArray(topics.id, ids));
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

export type LineageRow = { startId: number; id: number; slug: string; name: string };

/** What stands above each of these topics, the nearest first; `startId` says above which. */
export async function listLineage(db: Db, ids: number[]): Promise<LineageRow[]> {
  return runNamed<LineageRow>(
    db,
    'list_lineage',
    `with recursive up as (
       select t.id as start_id, t.parent_id as id, 1 as height from topics t where t.id = any($1::text::bigint[])
       union
       select up.start_id, t.parent_id, up.height + 1 from up join topics t on t.id = up.id
     ) select up.start_id as "startId", t.id, t.slug, t.name from up join topics t on t.id = up.id
     order by up.start_id, up.height`,
    [`{${ids.join(',')}}`],
  );
}

/** The text of an article. */
export async function loadBody(db: DbOrTx, articleId: number): Promise<string> {
  const [row] = await db.select({ html: articles.bodyHtml }).from(articles).where(eq(articles.id, articleId));
  return row?.html ?? '';
}

export type LabelledTopic = TagRow & { aliases: string[]; labels: string[] };

/** Beyond some thousands at once, the index takes longer for each label the more there are. */
const LABELS_AT_ONCE = 1_000;

/** Topics in use, authors aside, that have one of these folded names. */
export async function listTopicsByLabels(db: Db, labels: string[]): Promise<LabelledTopic[]> {
  const found = new Map<number, LabelledTopic>();
  for (let i = 0; i < labels.length; i += LABELS_AT_ONCE) {
    const rows = await runNamed<LabelledTopic>(
      db,
      'list_topics_by_labels',
      `select id, slug, name, kind, retired_at as "retiredAt", aliases, labels from topics
       where labels && (select array(select jsonb_array_elements_text($1::jsonb)))
         and retired_at is null and merged_into_id is null and kind <> 'author'`,
      [JSON.stringify(labels.slice(i, i + LABELS_AT_ONCE))],
    );
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}
