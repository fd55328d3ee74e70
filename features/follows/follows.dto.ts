import { z } from 'zod';
import { topicNameDto } from '@/features/topics/topic.dto.ts';

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
