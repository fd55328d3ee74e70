import type { Db } from '../client.ts';
import { type AskedSession, findAsSession, type SessionUserRow } from './accounts.ts';
import { isAwake } from './snoozes.ts';
import { newCount } from './visits.ts';

/** What the islands of every page show a reader. Slugs are in no particular order. */
export type MeRow = {
  followedTopics: string[];
  mutedTopics: string[];
  /** Those of the followed that bring nothing for a while. */
  snoozedTopics: string[];
  newCount: number;
};

/** One statement, because every page of a reader asks for it and a round trip costs more than what is in it. */
const me = (reader: string) => `
select
  array(select t.slug from follows f join topics t on t.id = f.topic_id where f.user_id = ${reader}) as "followedTopics",
  array(select t.slug from follows f join topics t on t.id = f.topic_id
    where f.user_id = ${reader} and not ${isAwake('f')}) as "snoozedTopics",
  array(select t.slug from mutes m join topics t on t.id = m.topic_id where m.user_id = ${reader}) as "mutedTopics",
  (${newCount(reader)}) as "newCount"`;

/**
 * Whose session this is, what they follow, mute and have snoozed, and how many articles are new to them, as in
 * `countNew`; null for no session.
 */
export async function findMe(
  db: Db,
  session: AskedSession,
): Promise<{ user: SessionUserRow; answer: MeRow } | null> {
  return findAsSession<MeRow>(db, session, { name: 'find_me', statement: me });
}
