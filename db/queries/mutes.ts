import { and, count, eq } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { mutes } from '../schema.ts';

/**
 * The rule of mutes, as SQL text for every statement that picks articles for a reader (feed, counts,
 * letters, private feeds): an article in any muted topic is in nothing personal, whatever else
 * matches. `topic_ids` holds the ancestors, so that a muted topic takes all beneath it along.
 * `topicIds` is the article's column, `muted` the array of `mutedIds`.
 */
export const isUnmuted = (topicIds: string, muted: string) => `not (${topicIds} && ${muted})`;

/** The same where only the article's id is at hand; who mutes nothing costs no look at the article. */
export const isUnmutedId = (id: string, muted: string) =>
  `(cardinality(${muted}) = 0 or (select ${isUnmuted('ma.topic_ids', muted)} from articles ma where ma.id = ${id}))`;

/** SQL text for the array of what a reader mutes; `user` is their id in the statement. */
export const mutedIds = (user: string) => `array(select m.topic_id from mutes m where m.user_id = ${user})`;

/** Adds a mute; muting again changes nothing. */
export async function addMute(db: DbOrTx, userId: string, topicId: number): Promise<void> {
  await db.insert(mutes).values({ userId, topicId }).onConflictDoNothing();
}

/** Removes a mute; lifting what is not muted changes nothing. */
export async function removeMute(db: DbOrTx, userId: string, topicId: number): Promise<void> {
  await db.delete(mutes).where(and(eq(mutes.userId, userId), eq(mutes.topicId, topicId)));
}

/** How many topics and authors the reader mutes. */
export async function countMutes(db: DbOrTx, userId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(mutes).where(eq(mutes.userId, userId));
  return row?.count ?? 0;
}

/** True when the reader mutes the topic itself; a mute of what stands above it is not looked at. */
export async function isMuting(db: DbOrTx, userId: string, topicId: number): Promise<boolean> {
  const rows = await db
    .select({ topicId: mutes.topicId })
    .from(mutes)
    .where(and(eq(mutes.userId, userId), eq(mutes.topicId, topicId)));
  return rows.length > 0;
}

export type MuteRow = { slug: string; name: string; kind: string; mutedAt: Date };

/** What the reader mutes, by name. */
export async function listMutes(db: Db, userId: string): Promise<MuteRow[]> {
  return runNamed<MuteRow>(
    db,
    'list_mutes',
    `select t.slug, t.name, t.kind, m.created_at as "mutedAt"
     from mutes m join topics t on t.id = m.topic_id
     where m.user_id = $1 order by lower(t.name), t.slug`,
    [userId],
  );
}
