import type { Db } from '@/db/client.ts';
import { lockUser } from '@/db/queries/follows.ts';
import { addMute, countMutes, isMuting, listMutes, removeMute } from '@/db/queries/mutes.ts';
import { onSettledTopic } from '@/features/topics/settled-topic.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { MUTE_LIMIT, type MuteDto } from './mutes.dto.ts';

/**
 * Makes the reader mute a topic or author: its articles, and those of all that stands beneath it, are
 * in nothing personal of theirs, whatever else they follow. A follow of it stays, and means nothing
 * while it is muted. Muting twice is the same as once; a retired topic can be muted.
 * @throws AppError `not_found`, `limit_reached`, `not_signed_in` (no such reader), `unavailable` while the
 *   topic is being merged
 */
export async function muteTopic(db: Db, userId: string, slug: string): Promise<void> {
  await onSettledTopic(db, slug, async (tx, topic) => {
    if (!(await lockUser(tx, userId))) throw new AppError('not_signed_in', 'Sign in to mute topics.');
    if (await isMuting(tx, userId, topic.id)) return;
    if ((await countMutes(tx, userId)) >= MUTE_LIMIT) {
      throw new AppError('limit_reached', `You can mute up to ${MUTE_LIMIT} topics. Unmute some first.`);
    }
    await addMute(tx, userId, topic.id);
  });
}

/** Makes the reader not mute a topic or author. @throws AppError `not_found`, `unavailable` as above */
export async function unmuteTopic(db: Db, userId: string, slug: string): Promise<void> {
  await onSettledTopic(db, slug, (tx, topic) => removeMute(tx, userId, topic.id));
}

/** True when the reader mutes the topic with this slug itself. @throws AppError `not_found` */
export async function isTopicMuted(db: Db, userId: string, slug: string): Promise<boolean> {
  return isMuting(db, userId, (await findTopic(db, slug)).id);
}

/** All the reader mutes, by name. */
export async function getMutes(db: Db, userId: string): Promise<MuteDto[]> {
  const rows = await listMutes(db, userId);
  return rows.map((row) => ({ ...row, mutedAt: row.mutedAt.toISOString() }));
}
