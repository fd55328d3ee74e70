import type { Db } from '@/db/client.ts';
import { getSnooze, setSnooze } from '@/db/queries/snoozes.ts';
import { onSettledTopic } from '@/features/topics/settled-topic.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { type SnoozeWish, snoozeEnd } from './snooze-end.ts';

/**
 * Has a follow bring nothing for a while: neither to the feed nor to anything else made from what the
 * reader follows. It stays a follow, and returns by itself. Snoozing again sets the new end. Resolves
 * to that end.
 * @throws AppError `not_found`; `conflict` for what is not followed; `bad_request` for an end that is
 *   past or more than a year away; `unavailable` while the topic is being merged
 */
export async function snoozeFollow(
  db: Db,
  userId: string,
  slug: string,
  wish: SnoozeWish,
  now: Date,
): Promise<Date> {
  const end = snoozeEnd(wish, now);
  if (!end) throw fieldError('until', 'must be a day to come, at most a year away');
  await onSettledTopic(db, slug, async (tx, topic) => {
    if (await setSnooze(tx, userId, topic.id, end)) return;
    throw new AppError('conflict', `You do not follow ${topic.name}.`);
  });
  return end;
}

/** Ends a snooze; what is awake or not followed stays so. @throws AppError `not_found`, `unavailable` as above */
export async function wakeFollow(db: Db, userId: string, slug: string): Promise<void> {
  await onSettledTopic(db, slug, async (tx, topic) => void (await setSnooze(tx, userId, topic.id, null)));
}

/** Until when the reader has snoozed the topic with this slug, or null. @throws AppError `not_found` */
export async function getSnoozedUntil(db: Db, userId: string, slug: string): Promise<string | null> {
  const end = await getSnooze(db, userId, (await findTopic(db, slug)).id);
  return end?.toISOString() ?? null;
}
