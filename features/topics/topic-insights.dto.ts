import { z } from 'zod';
import { topicDto } from './topic.dto.ts';
import { TABLE_KINDS } from './topic-table.dto.ts';

/** What the table can be sorted by: as it is upwards, with `-` before it downwards. */
const COLUMNS = ['name', 'followers', 'newFollowers', 'readers', 'articles'] as const;
export const INSIGHT_SORTS = [...COLUMNS, ...COLUMNS.map((column) => `-${column}` as const)] as const;

/** What is asked of demand and coverage. Empty is the same as not given, as forms send it. */
export const insightsQueryDto = z.strictObject({
  /** Part of a name, an alias or a slug. */
  q: z.string().max(100).default(''),
  kind: z.enum(['', ...TABLE_KINDS]).default(''),
  /** The span, up to when the figures were counted; 28 days unless given. */
  days: z.enum(['', '7', '28', '90']).default(''),
  sort: z.enum(['', ...INSIGHT_SORTS]).default(''),
  /** `nextCursor` of the page before, under the same sort and filters. */
  cursor: z.string().max(2_000).default(''),
});
export type InsightsQuery = z.infer<typeof insightsQueryDto>;

/** The same for the file, which has no pages and is sorted by name. */
export const insightsFileQueryDto = insightsQueryDto.pick({ q: true, kind: true, days: true });
export type InsightsFileQuery = z.infer<typeof insightsFileQueryDto>;

/** Readers, rounded down to tens; null for fewer than ten. */
const readers = z.number().int().multipleOf(10).min(10).nullable();

export const topicInsightDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: topicDto.shape.kind,
  followerCount: readers,
  /** Readers who began to follow in the span and still do. */
  newFollowerCount: readers,
  /** Readers who read an article on it in the span, each counted once. */
  readerCount: readers,
  /** Articles published in the span. */
  articleCount: z.number().int(),
});
export type TopicInsightDto = z.infer<typeof topicInsightDto>;

export const insightsDto = z.object({
  days: z.number().int(),
  /** False while no figure about readers may be shown. */
  hasReaders: z.boolean(),
  /** Ten followers or more and no article in the span, the most followed first; ten at most. */
  notCovered: z.array(topicInsightDto),
  /** An article in the span and fewer than ten followers, the most covered first; ten at most. */
  notFollowed: z.array(topicInsightDto),
  /** The 40 most followed and the 40 most covered. */
  plotted: z.array(topicInsightDto),
  topics: z.array(topicInsightDto),
  nextCursor: z.string().nullable(),
  countedAt: z.string().nullable(),
});
export type InsightsDto = z.infer<typeof insightsDto>;
