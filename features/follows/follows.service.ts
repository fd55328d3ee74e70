import type { Db, DbOrTx } from '@/db/client.ts';
import { addFollowIntent, takeFollowIntents } from '@/db/queries/follow-intents.ts';
import {
  addFollow,
  countFollows,
  type FollowRow,
  isFollowing,
  listFollowedSlugs,
  listFollows,
  lockUser,
  removeFollow,
  setRetirementTold,
} from '@/db/queries/follows.ts';
import { holdFollowers } from '@/db/queries/newsroom-locks.ts';
import { getTopic, getTopicById, inPlaceOf, listPlaces, type TopicRow } from '@/db/queries/topics.ts';
import { onSettledTopic } from '@/features/topics/settled-topic.service.ts';
import type { TopicNameDto } from '@/features/topics/topic.dto.ts';
import { findTopic, getSuccessors } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { FOLLOW_LIMIT, type FollowDto, type ImportedFollowsDto } from './follows.dto.ts';

/**
 * Makes the reader follow a topic or author; following twice is the same as once, and wakes nothing.
 * @throws AppError `not_found`, `conflict` (retired topic), `limit_reached`, `not_signed_in` (no such
 *   reader), `unavailable` while the topic's followers are being carried over
 */
export async function followTopic(db: Db, userId: string, slug: string): Promise<void> {
  await onSettledTopic(db, slug, async (tx, topic) => {
    if (topic.retiredAt)
      throw new AppError('conflict', `${topic.name} is retired and takes no new followers.`);
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

/** Makes the reader not follow a topic or author. @throws AppError `not_found`, `unavailable` as above */
export async function unfollowTopic(db: Db, userId: string, slug: string): Promise<void> {
  await onSettledTopic(db, slug, (tx, topic) => removeFollow(tx, userId, topic.id));
}

/** Why a topic followed without an account could not be followed with one. */
const REFUSALS = new Map<string, ImportedFollowsDto['refused'][number]['reason']>([
  ['not_found', 'unknown'],
  ['conflict', 'retired'],
  ['limit_reached', 'limit'],
]);

/**
 * Makes the reader follow what they followed without an account, beside what they follow: the first
 * come first, up to the limit. Doing it again changes nothing, so that who got no answer asks again.
 * @throws AppError `not_signed_in`, `unavailable` as `followTopic`; what was followed before stays so
 */
export async function takeOverFollows(db: Db, userId: string, slugs: string[]): Promise<ImportedFollowsDto> {
  const followed = new Set(await listFollowedSlugs(db, userId));
  const kept = new Map<string, TopicNameDto>();
  const refused: ImportedFollowsDto['refused'] = [];
  const places = await listPlaces(db, slugs);
  for (const slug of new Set(slugs)) {
    const place = places.find(({ asked }) => asked === slug);
    try {
      if (!place || !followed.has(place.slug)) await followTopic(db, userId, slug);
      if (place) kept.set(place.slug, { slug: place.slug, name: place.name });
    } catch (error) {
      const reason = error instanceof AppError ? REFUSALS.get(error.code) : undefined;
      if (!reason) throw error;
      refused.push({ slug, reason });
    }
  }
  return { kept: [...kept.values()], refused };
}

/**
 * Keeps follows for whoever signs in by the link of `tokenHash`. An unknown or retired topic keeps
 * nothing: the sign-in matters more.
 */
export async function keepFollows(
  tx: DbOrTx,
  tokenHash: string,
  slugs: string[],
  expires: Date,
): Promise<void> {
  for (const slug of new Set(slugs)) {
    const topic = await getTopic(tx, slug);
    if (topic && !topic.retiredAt) await addFollowIntent(tx, tokenHash, topic.id, expires);
  }
}

/** Makes the follows kept for a link, up to the limit, and forgets them. Part of the sign-in's transaction. */
export async function makeKeptFollows(tx: DbOrTx, tokenHash: string, userId: string): Promise<void> {
  const kept = await takeFollowIntents(tx, tokenHash);
  const topics = await holdPlaces(
    tx,
    kept.map(({ id }) => id),
  );
  await lockUser(tx, userId);
  let room = FOLLOW_LIMIT - (await countFollows(tx, userId));
  for (const topic of topics) {
    if (room <= 0 || topic.retiredAt || (await isFollowing(tx, userId, topic.id))) continue;
    await addFollow(tx, userId, topic.id);
    room -= 1;
  }
}

/** What these topics lead to, kept from being merged any further until the transaction ends. */
async function holdPlaces(tx: DbOrTx, topicIds: number[]): Promise<TopicRow[]> {
  const held = new Set<number>();
  for (;;) {
    const places: TopicRow[] = [];
    for (const id of topicIds) {
      const topic = await getTopicById(tx, id);
      if (topic) places.push(await inPlaceOf(tx, topic));
    }
    const others = places.map(({ id }) => id).filter((id) => !held.has(id));
    if (others.length === 0) return places;
    await holdFollowers(tx, others);
    for (const id of others) held.add(id);
  }
}

/** True when the reader follows the topic with this slug. @throws AppError `not_found` */
export async function isTopicFollowed(db: Db, userId: string, slug: string): Promise<boolean> {
  const topic = await findTopic(db, slug);
  return isFollowing(db, userId, topic.id);
}

/** All the reader follows, by name. */
export async function getFollows(db: Db, userId: string): Promise<FollowDto[]> {
  return describeFollows(db, await listFollows(db, userId));
}

/** Follows as they are told, with what may be followed in place of retired topics. */
export async function describeFollows(db: Db, rows: FollowRow[]): Promise<FollowDto[]> {
  const successors = await getSuccessors(
    db,
    rows.filter((row) => row.isRetired).map((row) => row.topicId),
  );
  return rows.map(({ topicId, ...row }) => ({
    ...row,
    successor: successors.get(topicId) ?? null,
    followedAt: row.followedAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    latestArticleAt: row.latestArticleAt?.toISOString() ?? null,
  }));
}

/**
 * Notes that the reader has been told that a topic they follow is retired, so that Following says it
 * no more. Of a topic that is not retired, or that they do not follow, nothing is noted.
 * @throws AppError `not_found`
 */
export async function noteRetirementTold(db: Db, userId: string, slug: string, now: Date): Promise<void> {
  await setRetirementTold(db, userId, (await findTopic(db, slug)).id, now);
}
