import { and, eq } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { follows } from '../schema.ts';

/**
 * The rule of snoozes, as SQL text for every statement that picks articles for a reader (feed, counts,
 * letters, private feeds, suggestions): a follow brings nothing until its snooze is over, and then
 * everything again, by the database's clock and without anyone doing anything. An article in another
 * followed topic is there all the same, with the reasons that are awake. `follow` is the alias of a
 * row of follows.
 */
export const isAwake = (follow: string) =>
  `(${follow}.snoozed_until is null or ${follow}.snoozed_until <= now())`;

/** SQL text for the array of what a reader follows and has not snoozed; `user` is their id in the statement. */
export const awakeIds = (user: string) =>
  `array(select f.topic_id from follows f where f.user_id = ${user} and ${isAwake('f')})`;

/** SQL text for the end of a snooze that lasts; null for a follow that is awake. */
export const snoozeEnd = (follow: string) =>
  `case when ${follow}.snoozed_until > now() then ${follow}.snoozed_until end`;

/** Sets until when a follow brings nothing; null wakes it. False where the topic is not followed. */
export async function setSnooze(
  db: DbOrTx,
  userId: string,
  topicId: number,
  until: Date | null,
): Promise<boolean> {
  const rows = await db
    .update(follows)
    .set({ snoozedUntil: until })
    .where(and(eq(follows.userId, userId), eq(follows.topicId, topicId)))
    .returning({ topicId: follows.topicId });
  return rows.length > 0;
}

/** Until when the reader has snoozed a follow; null where it is awake, or is none. */
export async function getSnooze(db: Db, userId: string, topicId: number): Promise<Date | null> {
  const [row] = await runNamed<{ until: Date | null }>(
    db,
    'get_snooze',
    `select ${snoozeEnd('f')} as until from follows f where f.user_id = $1 and f.topic_id = $2`,
    [userId, topicId],
  );
  return row?.until ?? null;
}
