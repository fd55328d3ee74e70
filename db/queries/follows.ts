import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { follows, topics, users } from '../schema.ts';
import { READER } from './reader.ts';
import { snoozeEnd } from './snoozes.ts';

/** Adds a follow; following again changes nothing. */
export async function addFollow(db: DbOrTx, userId: string, topicId: number): Promise<void> {
  await db.insert(follows).values({ userId, topicId }).onConflictDoNothing();
}

/** Removes a follow; unfollowing what is not followed changes nothing. */
export async function removeFollow(db: DbOrTx, userId: string, topicId: number): Promise<void> {
  await db.delete(follows).where(and(eq(follows.userId, userId), eq(follows.topicId, topicId)));
}

/**
 * Locks the reader's row until the transaction ends, so that limits hold under concurrent follows. Not
 * against rows that refer to it: a merge that carries one follow of theirs over must not hold up another.
 */
export async function lockUser(db: DbOrTx, userId: string): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
  return rows.length > 0;
}

/** How many topics and authors the reader follows. */
export async function countFollows(db: DbOrTx, userId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(follows).where(eq(follows.userId, userId));
  return row?.count ?? 0;
}

/** True when the reader follows the topic. */
export async function isFollowing(db: DbOrTx, userId: string, topicId: number): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(follows)
    .where(and(eq(follows.userId, userId), eq(follows.topicId, topicId)));
  return rows.length > 0;
}

export type FollowRow = {
  topicId: number;
  slug: string;
  name: string;
  kind: string;
  followedAt: Date;
  /** Null when it is awake. */
  snoozedUntil: Date | null;
  isRetired: boolean;
  isRetirementTold: boolean;
  latestArticleAt: Date | null;
};

/** SQL text for what a reader follows, by name; `reader` is their id in the statement. */
export const followsOf = (reader: string) => `
select t.id as "topicId", t.slug, t.name, t.kind, f.created_at as "followedAt",
  ${snoozeEnd('f')} as "snoozedUntil",
  t.retired_at is not null as "isRetired",
  coalesce(f.retirement_told_at >= t.retired_at, false) as "isRetirementTold",
  (select at.published_at from article_topics at where at.topic_id = t.id and at.is_visible
   order by at.published_at desc, at.article_id desc limit 1) as "latestArticleAt"
from follows f join topics t on t.id = f.topic_id
where f.user_id = ${reader} order by lower(t.name), t.slug`;

/** What the reader follows, by name, with the date of each topic's newest article. */
export async function listFollows(db: Db, userId: string): Promise<FollowRow[]> {
  return runNamed<FollowRow>(db, 'list_follows', followsOf(READER), [userId]);
}

/**
 * Notes that the reader knows of the topic's retirement. Changes nothing where it is not retired, or
 * not followed. A retirement after `toldAt` is told again, whoever restored the topic in between.
 */
export async function setRetirementTold(
  db: DbOrTx,
  userId: string,
  topicId: number,
  toldAt: Date,
): Promise<void> {
  const retired = db
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.id, topicId), isNotNull(topics.retiredAt)));
  await db
    .update(follows)
    .set({ retirementToldAt: toldAt })
    .where(and(eq(follows.userId, userId), inArray(follows.topicId, retired)));
}

/** The slugs of all the reader follows, in no particular order. */
export async function listFollowedSlugs(db: Db, userId: string): Promise<string[]> {
  const rows = await runNamed<{ slug: string }>(
    db,
    'list_followed_slugs',
    'select t.slug from follows f join topics t on t.id = f.topic_id where f.user_id = $1',
    [userId],
  );
  return rows.map((row) => row.slug);
}
