import { z } from 'zod';
import { topicDto } from '@/features/topics/topic.dto.ts';
import { GUEST_FOLLOW_LIMIT } from '../me/guest-limit.ts';
import { FEED_PAGE_MAX, FEED_PAGE_SIZE, feedItemDto } from './feed.dto.ts';

const MAX_SLUG_LENGTH = 100;

/** Slugs parted by commas, each once and in order, so that one feed has one address. */
const slugList = z
  .string()
  .max(GUEST_FOLLOW_LIMIT * (MAX_SLUG_LENGTH + 1))
  .transform((text) => [...new Set(text.split(',').filter(Boolean))].sort())
  .pipe(z.array(z.string().max(MAX_SLUG_LENGTH)).min(1).max(GUEST_FOLLOW_LIMIT));

export const feedPreviewQueryDto = z.strictObject({
  /** Topics and authors, parted by commas. Those that are not there are left out. */
  topics: slugList,
  /** One of them, to see its articles alone. */
  topic: z.string().max(MAX_SLUG_LENGTH).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(FEED_PAGE_MAX).default(FEED_PAGE_SIZE),
});

const OF_ONE_READER = { isNew: true, isRead: true, isSaved: true, changedSinceRead: true } as const;
/** A card of Following for whoever has no account: without anything about one reader. */
const feedPreviewItemDto = feedItemDto.omit(OF_ONE_READER).extend({
  /** When readers could first see it: whoever was here before has not had it. */
  firstVisibleAt: z.string(),
});
export type FeedPreviewItemDto = z.infer<typeof feedPreviewItemDto>;

/** What one of the slugs leads to now. */
const previewTopicDto = topicDto.pick({ slug: true, name: true, kind: true, isRetired: true }).extend({
  asked: z.string(),
  latestArticleAt: z.string().nullable(),
});
export type PreviewTopicDto = z.infer<typeof previewTopicDto>;

/** A page of the feed of these topics. `seenUpTo` is the newest `firstVisibleAt` of the whole paper. */
export const feedPreviewPageDto = z.object({
  items: z.array(feedPreviewItemDto),
  topics: z.array(previewTopicDto),
  nextCursor: z.string().nullable(),
  seenUpTo: z.string(),
});
export type FeedPreviewPageDto = z.infer<typeof feedPreviewPageDto>;
