import { and, eq, inArray, isNull, notExists, notInArray, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import {
  articleAuthors,
  articles,
  articleTopics,
  authors,
  follows,
  topicRedirects,
  topics,
} from '../schema.ts';

/** Topics and authors as the publishing service writes them. All of it runs within its transaction. */

export type TopicRecord = typeof topics.$inferSelect;
export type TopicValues = Pick<
  TopicRecord,
  'slug' | 'name' | 'kind' | 'parentId' | 'description' | 'aliases' | 'labels'
>;
export type AuthorRecord = typeof authors.$inferSelect;

/** Every topic there is, retired ones and those of authors included. */
export async function loadTopics(tx: DbOrTx): Promise<TopicRecord[]> {
  return tx.select().from(topics);
}

/** Every slug a topic had before its present one, with the topic it leads to. */
export async function loadRedirects(tx: DbOrTx): Promise<Map<string, number>> {
  const rows = await tx.select().from(topicRedirects);
  return new Map(rows.map((row) => [row.slug, row.topicId]));
}

/** Adds a topic and returns its id. */
export async function insertTopic(tx: DbOrTx, values: TopicValues, now: Date): Promise<number> {
  const [row] = await tx
    .insert(topics)
    .values({ ...values, createdAt: now, updatedAt: now })
    .returning({ id: topics.id });
  if (!row) throw new Error('The topic was not stored.');
  return row.id;
}

/** Writes a topic's own columns; one that was retired is in use again. */
export async function updateTopic(tx: DbOrTx, id: number, values: TopicValues, now: Date): Promise<void> {
  await tx
    .update(topics)
    .set({ ...values, retiredAt: null, updatedAt: now, version: sql`${topics.version} + 1` })
    .where(eq(topics.id, id));
}

/** Every author there is. */
export async function loadAuthors(tx: DbOrTx): Promise<AuthorRecord[]> {
  return tx.select().from(authors);
}

/** Adds an author and returns their id. */
export async function insertAuthor(tx: DbOrTx, values: Omit<AuthorRecord, 'id'>): Promise<number> {
  const [row] = await tx.insert(authors).values(values).returning({ id: authors.id });
  if (!row) throw new Error('The author was not stored.');
  return row.id;
}

/** Writes an author's own columns. */
export async function updateAuthor(tx: DbOrTx, id: number, values: Omit<AuthorRecord, 'id'>): Promise<void> {
  await tx.update(authors).set(values).where(eq(authors.id, id));
}

/** Removes those of these authors who have written nothing that is kept, and returns the topics they owned. */
export async function deleteUnusedAuthors(tx: DbOrTx, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const work = tx.select({ one: sql`1` }).from(articleAuthors).where(eq(articleAuthors.authorId, authors.id));
  const rows = await tx
    .delete(authors)
    .where(and(inArray(authors.id, ids), notExists(work)))
    .returning({ topicId: authors.topicId });
  return rows.map((row) => row.topicId);
}

/**
 * Retires these topics, and removes those of them that nobody follows and nothing is about.
 * Returns the ids of the removed ones.
 */
export async function retireTopics(tx: DbOrTx, ids: number[], now: Date): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  // A follow that is being made holds its topic's row: wait for it here, so that it is counted below.
  await tx
    .select({ id: topics.id })
    .from(topics)
    .where(inArray(topics.id, ids))
    .orderBy(topics.id)
    .for('update');
  const used = await tx
    .selectDistinct({ id: topics.id })
    .from(topics)
    .where(
      and(
        inArray(topics.id, ids),
        sql`(exists (select 1 from ${follows} where ${follows.topicId} = ${topics.id})
          or exists (select 1 from ${articleTopics} where ${articleTopics.topicId} = ${topics.id})
          or exists (select 1 from ${articles} where ${articles.sectionId} = ${topics.id})
          or exists (select 1 from ${authors} where ${authors.topicId} = ${topics.id}))`,
      ),
    );
  const kept = used.map((row) => row.id);
  const removed = ids.filter((id) => !kept.includes(id));
  if (kept.length > 0) {
    await tx
      .update(topics)
      .set({ retiredAt: now, updatedAt: now })
      .where(and(inArray(topics.id, kept), isNull(topics.retiredAt)));
  }
  if (removed.length > 0) {
    // Only retired topics can still stand below a removed one: it has no articles, so none of theirs are in it.
    await tx
      .update(topics)
      .set({ parentId: null })
      .where(and(inArray(topics.parentId, removed), notInArray(topics.id, removed)));
    await tx.delete(topics).where(inArray(topics.id, removed));
  }
  return new Set(removed);
}
