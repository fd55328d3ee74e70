import { hashToken, newToken } from '../lib/tokens.ts';
import { uuidv7 } from '../lib/uuid.ts';
import type { Db } from './client.ts';
import { articles, articleTopics, sessions, topics, users } from './schema.ts';

/** Rows for tests: named people, topics and articles, with everything not named set to something plain. */

/** A reader called `name`; signed up at `createdAt`. Returns the id. */
export async function addUser(
  db: Db,
  name: string,
  fields: Partial<typeof users.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${name.toLowerCase()}.${id}@example.com`, ...fields });
  return id;
}

/** A session of this user that lasts for a day. Returns its token. */
export async function addSession(db: Db, userId: string): Promise<string> {
  const token = newToken();
  const expires = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await db.insert(sessions).values({ sessionToken: hashToken(token), userId, expires });
  return token;
}

/** A topic with this slug. Returns the id. */
export async function addTopic(
  db: Db,
  slug: string,
  fields: Partial<typeof topics.$inferInsert> = {},
): Promise<number> {
  const [row] = await db
    .insert(topics)
    .values({ slug, name: slug, kind: 'topic', ...fields })
    .returning();
  if (!row) throw new Error('The topic was not stored.');
  return row.id;
}

/** A visible article on these topics, published and first visible at `publishedAt` unless said otherwise. Returns the id. */
export async function addArticle(
  db: Db,
  slug: string,
  topicIds: [number, ...number[]],
  fields: Partial<typeof articles.$inferInsert> & { publishedAt: Date },
): Promise<number> {
  const common = { firstVisibleAt: fields.publishedAt, isVisible: true, ...fields };
  const [row] = await db
    .insert(articles)
    .values({
      slug,
      headline: slug,
      dek: slug,
      bodyHtml: '<p>Text</p>',
      wordCount: 300,
      sectionId: topicIds[0],
      sourceHash: slug,
      topicIds,
      ...common,
    })
    .returning();
  if (!row) throw new Error('The article was not stored.');
  const { publishedAt, firstVisibleAt, isVisible } = row;
  await db.insert(articleTopics).values(
    topicIds.map((topicId, position) => ({
      articleId: row.id,
      topicId,
      position,
      isDirect: true,
      publishedAt,
      firstVisibleAt,
      isVisible,
    })),
  );
  return row.id;
}
