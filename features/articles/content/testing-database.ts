import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Db } from '@/db/client.ts';
import { loadFeedCards, readFeedCards } from '@/db/queries/cards.ts';
import {
  articleAuthors,
  articles,
  articleTopics,
  authors,
  follows,
  photos,
  topicMerges,
  topics,
  users,
} from '@/db/schema.ts';
import { uuidv7 } from '@/lib/uuid.ts';
import { publishContent } from '../publishing.service.ts';
import { readContent } from './read-content.ts';
import { openFolder, type TestFolder } from './testing.ts';

/** The present of these tests. */
export const NOW = new Date('2022-01-01T00:00:00Z');
export const LATER = new Date('2030-06-01T12:00:00Z');

/** Everything publishing writes, in a fixed order. For tests. */
export async function dumpContent(db: Db) {
  return {
    topics: await db.select().from(topics).orderBy(asc(topics.id)),
    authors: await db.select().from(authors).orderBy(asc(authors.id)),
    articles: await db.select().from(articles).orderBy(asc(articles.id)),
    articleAuthors: await db
      .select()
      .from(articleAuthors)
      .orderBy(articleAuthors.articleId, articleAuthors.position),
    articleTopics: await db
      .select()
      .from(articleTopics)
      .orderBy(articleTopics.articleId, articleTopics.topicId),
    photos: await db.select().from(photos).orderBy(photos.articleId, photos.position),
  };
}

/** Checks what must hold of all rows at any time, worked out here in the plainest way. For tests. */
export async function expectConsistent(db: Db): Promise<void> {
  const all = await dumpContent(db);
  const parentOf = new Map(all.topics.map((row) => [row.id, row.parentId]));
  for (const row of all.articles) {
    const rows = all.articleTopics.filter((link) => link.articleId === row.id);
    const closure = new Set(rows.filter((link) => link.isDirect).map((link) => link.topicId));
    for (const id of closure) {
      const parent = parentOf.get(id);
      if (parent !== null && parent !== undefined) closure.add(parent);
    }
    expect(rows.map((link) => link.topicId).sort()).toEqual([...closure].sort());
    expect([...row.topicIds].sort()).toEqual([...closure].sort());
    for (const { publishedAt, firstVisibleAt, isVisible } of rows) {
      expect({ publishedAt, firstVisibleAt, isVisible }).toEqual({
        publishedAt: row.publishedAt,
        firstVisibleAt: row.firstVisibleAt,
        isVisible: row.isVisible,
      });
    }
    expect(row.isVisible && (row.withdrawnAt !== null || row.firstVisibleAt === null)).toBe(false);
  }
  await expectFreshCards(
    db,
    all.articles.map((row) => row.id),
  );
}

/** Checks that cards kept in memory under the version the rows have now say what the rows say. For tests. */
export async function expectFreshCards(db: Db, ids: number[]): Promise<void> {
  const cards = await readFeedCards(db, ids);
  expect(await loadFeedCards(db, cards)).toEqual(new Map(cards.map((card) => [card.id, card])));
}

/** Empties all tables that publishing writes. For tests. */
export async function emptyContent(db: Db): Promise<void> {
  for (const table of [articles, authors, topicMerges]) await db.delete(table);
  await db.update(topics).set({ parentId: null });
  await db.delete(topics);
}

/** A folder and an empty database for each test of a suite, and `publish`, which writes files and publishes. */
export function usePublishing(use: () => Db) {
  let folder: TestFolder | undefined;
  const opened = () => {
    if (!folder) throw new Error('The folder is not open yet: use it inside a test.');
    return folder;
  };
  beforeEach(async () => {
    await use().delete(follows);
    await use().delete(users);
    await emptyContent(use());
    folder = await openFolder();
  });
  afterEach(() => folder?.remove());
  return {
    folder: opened,
    publish: async (files: Record<string, string | Buffer | null> = {}, now = NOW) => {
      await opened().write(files);
      return publishContent(use(), await readContent(opened().dir), now);
    },
  };
}

/** The row of this article. For tests. */
export async function article(db: Db, slug: string) {
  const [row] = await db.select().from(articles).where(eq(articles.slug, slug));
  if (!row) throw new Error(`There is no article ${slug}.`);
  return row;
}

/** The row of this topic. For tests. */
export async function topic(db: Db, slug: string) {
  const [row] = await db.select().from(topics).where(eq(topics.slug, slug));
  if (!row) throw new Error(`There is no topic ${slug}.`);
  return row;
}

/** The topics an article is in, in their order. For tests. */
export async function topicsOf(db: Db, slug: string) {
  return db
    .select({ slug: topics.slug, isDirect: articleTopics.isDirect })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .where(eq(articles.slug, slug))
    .orderBy(asc(articleTopics.position), asc(topics.id));
}

/** A reader with nothing followed. For tests. */
export async function reader(db: Db): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, email: `${id}@example.com` });
  return id;
}
