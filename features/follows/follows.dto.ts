import { z } from 'zod';
import { topicNameDto } from '@/features/topics/topic.dto.ts';
import { GUEST_FOLLOW_LIMIT } from '../me/guest-limit.ts';

/** The most topics and authors one reader may follow. */
export const FOLLOW_LIMIT = 1_000;

/** One line of the manage page. */
export const followDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  followedAt: z.string(),
  /** Until when it brings nothing; null when it is awake. */
  snoozedUntil: z.string().nullable(),
  isRetired: z.boolean(),
  /** True when the topic is retired and the reader has been told. */
  isRetirementTold: z.boolean(),
  /** What may be followed in place of a retired topic. */
  successor: topicNameDto.nullable(),
  latestArticleAt: z.string().nullable(),
});
export type FollowDto = z.infer<typeof followDto>;

export const followFormDto = z.strictObject({
  topic: z.string().min(1).max(100),
  wanted: z.enum(['follow', 'unfollow']),
});

const slug = z.string().min(1).max(100);

/** What was followed without an account, to be followed with one. */
export const importFollowsDto = z.strictObject({ topics: z.array(slug).min(1).max(GUEST_FOLLOW_LIMIT) });

/** What became of it: all that is followed now, and what could not be, and why. */
export const importedFollowsDto = z.object({
  kept: z.array(topicNameDto),
  refused: z.array(
    z.object({
      /** As it was sent. */
      slug: z.string(),
      reason: z.enum(['unknown', 'retired', 'limit']),
    }),
  ),
});
export type ImportedFollowsDto = z.infer<typeof importedFollowsDto>;
