import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { rebuildTopics } from '@/db/queries/publishing.ts';
import { type articles, articleTopics, follows, mutes, topics } from '@/db/schema.ts';
import { foldNames } from '@/lib/fold.ts';

/** The present of these tests. */
export const NOW = new Date('2026-11-20T09:00:00.000Z');

/** A newsroom with an editor, empty of topics, articles and readers. For tests. */
export async function openNewsroom(db: Db) {
  await db.execute(
    sql`truncate users, topics, topic_redirects, articles, article_topics, authors, topic_merges cascade`,
  );
  const editor = await addUser(db, 'Edda', { role: 'editor' });
  let minutes = 0;
  return {
    editor,
    /** A topic called like its slug, under `parent`. */
    topic: (
      slug: string,
      parentId: number | null = null,
      fields: Partial<typeof topics.$inferInsert> = {},
    ) => {
      const name = fields.name ?? slug;
      const labels = foldNames([name, ...(fields.aliases ?? [])]);
      return addTopic(db, slug, { parentId, name, labels, ...fields });
    },
    /** A visible article directly in these topics, with the rows of all that stands above them. */
    article: async (
      slug: string,
      topicIds: [number, ...number[]],
      fields: Partial<typeof articles.$inferInsert> = {},
    ) => {
      minutes += 1;
      const publishedAt = new Date(NOW.getTime() - 1_000_000_000 + minutes * 60_000);
      const id = await addArticle(db, slug, topicIds, { publishedAt, ...fields });
      await rebuildTopics(db, [id]);
      return id;
    },
    /** A reader who has followed these topics since some minutes ago. */
    reader: async (name: string, topicIds: number[]) => {
      const userId = await addUser(db, name);
      for (const [place, topicId] of topicIds.entries()) {
        const createdAt = new Date(NOW.getTime() - (place + 1) * 3_600_000);
        await db.insert(follows).values({ userId, topicId, createdAt });
      }
      return userId;
    },
  };
}

/** The slugs a reader follows. For tests. */
export async function followedBy(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .select({ slug: topics.slug })
    .from(follows)
    .innerJoin(topics, eq(topics.id, follows.topicId))
    .where(eq(follows.userId, userId));
  return rows.map((row) => row.slug).sort();
}

/** The slugs of the topics an article is in directly, in their order. For tests. */
export async function directTopicsOf(db: Db, articleId: number): Promise<string[]> {
  const rows = await db
    .select({ slug: topics.slug, position: articleTopics.position, isDirect: articleTopics.isDirect })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .where(eq(articleTopics.articleId, articleId))
    .orderBy(articleTopics.position, topics.id);
  return rows.filter((row) => row.isDirect).map((row) => row.slug);
}

/** All that merges and edits may touch, in a fixed order and without versions and times of change. For tests. */
export async function picture(db: Db) {
  const rows = await db.select().from(topics).orderBy(topics.id);
  return {
    topics: rows.map(({ version: _v, updatedAt: _u, managedAt: _m, ...row }) => row),
    follows: await db.select().from(follows).orderBy(follows.userId, follows.topicId),
    mutes: await db.select().from(mutes).orderBy(mutes.userId, mutes.topicId),
    articleTopics: await db
      .select()
      .from(articleTopics)
      .orderBy(articleTopics.articleId, articleTopics.topicId),
  };
}
