import { and, arrayOverlaps, eq, isNull, ne, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { follows, topicRedirects, topics } from '../schema.ts';
import type { TopicRow } from './topics.ts';

/** Topics as editors write them. All of it runs within a transaction that holds the newsroom's lock. */

export type TopicEdit = Partial<
  Pick<
    TopicRow,
    | 'slug'
    | 'name'
    | 'kind'
    | 'parentId'
    | 'description'
    | 'aliases'
    | 'labels'
    | 'wikidataId'
    | 'mediaTopicId'
    | 'retiredAt'
    | 'successorId'
    | 'mergedIntoId'
  >
>;

/** Adds a topic that editors keep. */
export async function insertManagedTopic(
  tx: DbOrTx,
  values: TopicEdit & Pick<TopicRow, 'slug' | 'name' | 'kind'>,
  now: Date,
): Promise<TopicRow> {
  const [row] = await tx
    .insert(topics)
    .values({ ...values, managedAt: now, createdAt: now, updatedAt: now })
    .returning();
  if (!row) throw new Error('The topic was not stored.');
  return row;
}

/** Writes these columns of a topic, which editors keep from now on. */
export async function editTopicRow(tx: DbOrTx, id: number, edit: TopicEdit, now: Date): Promise<TopicRow> {
  const [row] = await tx
    .update(topics)
    .set({ ...edit, managedAt: now, updatedAt: now, version: sql`${topics.version} + 1` })
    .where(eq(topics.id, id))
    .returning();
  if (!row) throw new Error('The topic was not stored.');
  return row;
}

/** Makes a slug the topic had lead to it for ever; one it takes back leads nowhere else. */
export async function redirectSlug(tx: DbOrTx, id: number, oldSlug: string, newSlug: string): Promise<void> {
  await tx
    .delete(topicRedirects)
    .where(and(eq(topicRedirects.slug, newSlug), eq(topicRedirects.topicId, id)));
  await tx.insert(topicRedirects).values({ slug: oldSlug, topicId: id });
}

/** A topic other than `id` that has one of these labels; merged ones have given theirs away. */
export async function findLabelOwner(
  tx: DbOrTx,
  labels: string[],
  id: number | null,
): Promise<TopicRow | null> {
  const [row] = await tx
    .select()
    .from(topics)
    .where(
      and(
        arrayOverlaps(topics.labels, labels),
        isNull(topics.mergedIntoId),
        id === null ? undefined : ne(topics.id, id),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The ids from a topic up to the top of its tree, itself first. */
export async function listAncestorIds(tx: DbOrTx, id: number): Promise<number[]> {
  const ids: number[] = [];
  for (let next: number | null = id; next !== null; ) {
    if (ids.includes(next)) throw new Error(`The parents of topic ${id} form a loop.`);
    ids.push(next);
    const rows: { parentId: number | null }[] = await tx
      .select({ parentId: topics.parentId })
      .from(topics)
      .where(eq(topics.id, next));
    next = rows[0]?.parentId ?? null;
  }
  return ids;
}

/** How many levels a topic's tree has, itself included; merged topics do not count. */
export async function countLevels(tx: DbOrTx, id: number): Promise<number> {
  let levels = 0;
  for (let layer = [id]; layer.length > 0; levels++) {
    const rows = await tx
      .select({ id: topics.id })
      .from(topics)
      .where(
        and(
          isNull(topics.mergedIntoId),
          sql`${topics.parentId} = any(${`{${layer.join(',')}}`}::text::bigint[])`,
        ),
      );
    layer = rows.map((row) => row.id);
  }
  return levels;
}

/** Has everyone who follows a topic told again, should it be retired again. */
export async function forgetRetirementTold(tx: DbOrTx, topicId: number): Promise<void> {
  await tx.update(follows).set({ retirementToldAt: null }).where(eq(follows.topicId, topicId));
}

export type TopicFigures = { followerCount: number; articleCount: number; childCount: number };

/** Followers, articles (those not visible yet included) and direct children of a topic, counted now. */
export async function countTopic(db: Db, id: number): Promise<TopicFigures> {
  const [row] = await runNamed<TopicFigures>(
    db,
    'count_topic',
    `select (select count(*)::int from follows where topic_id = $1) as "followerCount",
       (select count(*)::int from article_topics where topic_id = $1) as "articleCount",
       (select count(*)::int from topics where parent_id = $1 and merged_into_id is null and kind <> 'author') as "childCount"`,
    [id],
  );
  return row ?? { followerCount: 0, articleCount: 0, childCount: 0 };
}

/** Every slug that once was a topic's, the newest first. */
export async function listOldSlugs(db: DbOrTx, id: number): Promise<string[]> {
  const rows = await db
    .select({ slug: topicRedirects.slug })
    .from(topicRedirects)
    .where(eq(topicRedirects.topicId, id))
    .orderBy(sql`${topicRedirects.createdAt} desc`);
  return rows.map((row) => row.slug);
}
