import type { Db } from '@/db/client.ts';
import {
  addFollow,
  countFollows,
  isFollowing,
  listFollowedSlugs,
  listFollows,
  lockUser,
  removeFollow,
} from '@/db/queries/follows.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { FOLLOW_LIMIT, type FollowDto } from './follows.dto.ts';

/**
 * Makes the reader follow a topic or author; following twice is the same as once.
 * @throws AppError `not_found`, `conflict` (retired topic), `limit_reached`, `not_signed_in` (no such reader)
 */
export async function followTopic(db: Db, userId: string, slug: string): Promise<void> {
  const topic = await findTopic(db, slug);
  if (topic.retiredAt) throw new AppError('conflict', `${topic.name} is retired and takes no new followers.`);
  await db.transaction(async (tx) => {
    if (!(await lockUser(tx, userId))) throw new AppError('not_signed_in', 'Sign in to follow topics.');
    if (await isFollowing(tx, userId, topic.id)) return;
    if ((await countFollows(tx, userId)) >= FOLLOW_LIMIT) {
      throw new AppError(
        'limit_reached',
        `You can follow up to ${FOLLOW_LIMIT} topics. Unfollow some first.`,
      );
    }
    await addFollow(tx, userId, topic.id);
  });
}

/** Makes the reader not follow a topic or author. @throws AppError `not_found` */
export async function unfollowTopic(db: Db, userId: string, slug: string): Promise<void> {
  const topic = await findTopic(db, slug);
  await removeFollow(db, userId, topic.id);
}

/** True when the reader follows the topic with this slug. @throws AppError `not_found` */
export async function isTopicFollowed(db: Db, userId: string, slug: string): Promise<boolean> {
  const topic = await findTopic(db, slug);
  return isFollowing(db, userId, topic.id);
}

/** All the reader follows, by name. */
export async function getFollows(db: Db, userId: string): Promise<FollowDto[]> {
  const rows = await listFollows(db, userId);
  return rows.map((row) => ({
    ...row,
    followedAt: row.followedAt.toISOString(),
    latestArticleAt: row.latestArticleAt?.toISOString() ?? null,
  }));
}

/** The slugs of all the reader follows: what the islands need to draw their buttons. */
export async function getFollowedSlugs(db: Db, userId: string): Promise<string[]> {
  return listFollowedSlugs(db, userId);
}
