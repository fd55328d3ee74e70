import { type Db, runNamed } from '../client.ts';
import { READER } from './reader.ts';
import { isAwake } from './snoozes.ts';
import { COUNT_NEW } from './visits.ts';

/** What the islands of every page show a reader. Slugs are in no particular order. */
export type MeRow = {
  followedTopics: string[];
  mutedTopics: string[];
  /** Those of the followed that bring nothing for a while. */
  snoozedTopics: string[];
  newCount: number;
};

/** One statement, because every page of a reader asks for it and a round trip costs more than what is in it. */
const FIND_ME = `
select
  array(select t.slug from follows f join topics t on t.id = f.topic_id where f.user_id = ${READER}) as "followedTopics",
  array(select t.slug from follows f join topics t on t.id = f.topic_id
    where f.user_id = ${READER} and not ${isAwake('f')}) as "snoozedTopics",
  array(select t.slug from mutes m join topics t on t.id = m.topic_id where m.user_id = ${READER}) as "mutedTopics",
  (${COUNT_NEW}) as "newCount"`;

/** What the reader follows, mutes and has snoozed, and how many articles are new to them, as in `countNew`. */
export async function findMe(db: Db, userId: string): Promise<MeRow> {
  const [row] = await runNamed<MeRow>(db, 'find_me', FIND_ME, [userId]);
  if (!row) throw new Error('A statement of one row returned none.');
  return row;
}
