import type { DbOrTx } from '@/db/client.ts';
import {
  type ArticleParts,
  type ArticleState,
  type ArticleValues,
  insertArticle,
  listArticleIdsInTopics,
  loadArticleStates,
  loadStatesBySlug,
  rebuildTopics,
  replaceParts,
  syncTopicRows,
  updateArticle,
  withdrawArticles,
} from '@/db/queries/publishing.ts';
import { type ArticleSource, type Content, FOLDER_PREFIX } from './content.ts';
import { ContentError } from './mistakes.ts';
import type { StoredTopics } from './store-topics.ts';

/** What became of the articles, by slug. */
export type StoredArticles = {
  added: string[];
  changed: string[];
  withdrawn: string[];
  /** Ids of all of these. */
  ids: number[];
  /** The articles from this folder as they were. */
  before: ArticleState[];
};

/**
 * Writes the articles: new and changed ones from their source, withdrawn ones where the file is
 * gone. Articles that came another way are not touched, but for the ancestors of moved topics.
 * New articles are left hidden for the release to come.
 * @throws ContentError when a slug belongs to an article that came another way
 */
export async function storeArticles(
  tx: DbOrTx,
  content: Content,
  topics: StoredTopics,
  now: Date,
): Promise<StoredArticles> {
  const before = await loadArticleStates(tx, FOLDER_PREFIX);
  const rows = new Map(before.map((row) => [row.slug, row]));
  const fresh = content.articles.filter((article) => !rows.has(article.slug));
  await refuseTakenSlugs(tx, fresh);
  const changed = content.articles.filter((article) => {
    const row = rows.get(article.slug);
    return row && (row.sourceHash !== article.sourceHash || row.withdrawnAt !== null);
  });
  const slugs = new Set(content.articles.map((article) => article.slug));
  const withdrawn = before.filter((row) => row.withdrawnAt === null && !slugs.has(row.slug));

  const parts: ArticleParts[] = [];
  for (const article of fresh) {
    parts.push(toParts(await insertArticle(tx, toValues(article, topics)), article, topics));
  }
  for (const article of changed) {
    const row = known(rows, article.slug);
    await updateArticle(tx, row.id, toValues(article, topics), now);
    const part = toParts(row.id, article, topics);
    parts.push(row.topicsManagedAt ? { ...part, topicIds: null } : part);
  }
  const withdrawnIds = withdrawn.map((row) => row.id);
  if (withdrawnIds.length > 0) await withdrawArticles(tx, withdrawnIds, now);
  if (parts.length > 0) await replaceParts(tx, parts);

  const writtenIds = parts.map((part) => part.articleId);
  const movedIds = await listArticleIdsInTopics(tx, [...topics.moved]);
  await rebuildTopics(tx, [...new Set([...writtenIds, ...movedIds])]);
  await syncTopicRows(tx, [...writtenIds, ...withdrawnIds]);
  return {
    added: fresh.map((article) => article.slug),
    changed: changed.map((article) => article.slug),
    withdrawn: withdrawn.map((row) => row.slug),
    ids: [...writtenIds, ...withdrawnIds],
    before,
  };
}

function toValues(article: ArticleSource, topics: StoredTopics): ArticleValues {
  const { slug, headline, dek, bodyHtml, wordCount, dateline, agency } = article;
  const { isLead, isImport, publishedAt, updatedAt, changedAt, sourceHash } = article;
  const sectionId = known(topics.idBySlug, article.section);
  return {
    ...{ slug, headline, dek, bodyHtml, wordCount, dateline, agency, sectionId },
    ...{ isLead, isImport, publishedAt, updatedAt, changedAt, sourceHash },
  };
}

/** The direct topics are the source's, then the section, then the authors. */
function toParts(articleId: number, article: ArticleSource, topics: StoredTopics): ArticleParts {
  const direct = new Set([...article.topics, article.section, ...article.authors]);
  return {
    articleId,
    authorIds: article.authors.map((slug) => known(topics.authorIdBySlug, slug)),
    // Two slugs of a folder may lead to one topic since a merge.
    topicIds: [...new Set([...direct].map((slug) => known(topics.idBySlug, slug)))],
    photos: article.photos.map(({ file: _, focus: [focalX, focalY], ...photo }) => ({
      ...photo,
      focalX,
      focalY,
    })),
  };
}

async function refuseTakenSlugs(tx: DbOrTx, fresh: ArticleSource[]): Promise<void> {
  const taken = new Set(
    (
      await loadStatesBySlug(
        tx,
        fresh.map((article) => article.slug),
      )
    ).map((row) => row.slug),
  );
  const mistakes = fresh
    .filter((article) => taken.has(article.slug))
    .map((article) => ({
      ...article.at,
      message: `an article "${article.slug}" exists already that is not from this folder`,
    }));
  if (mistakes.length > 0) throw new ContentError(mistakes);
}

function known<T>(map: Map<string, T>, slug: string): T {
  const value = map.get(slug);
  if (value === undefined) throw new Error(`The slug ${slug} was not stored.`);
  return value;
}
