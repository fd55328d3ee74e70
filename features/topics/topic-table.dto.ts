import { z } from 'zod';
import { topicDto } from './topic.dto.ts';

/** What the editors' table can be sorted by: as it is upwards, with `-` before it downwards. */
const COLUMNS = ['name', 'followers', 'newFollowers', 'articles', 'lastUsed'] as const;
export const TOPIC_SORTS = [
  ...COLUMNS,
  ...COLUMNS.map((column) => `-${column}` as const),
  /** The names that are `q` first, then those that begin with it. */
  'match',
] as const;

export const TABLE_KINDS = ['section', 'topic', 'person', 'organization', 'place'] as const;

/** Stands for the top level where a parent is asked for; no slug is like it. */
export const TOP_LEVEL = '-';

/** What the editors' table shows. Empty is the same as not given, as forms send it. */
export const topicTableQueryDto = z.strictObject({
  /** Part of a name, an alias or a slug. */
  q: z.string().max(100).default(''),
  kind: z.enum(['', ...TABLE_KINDS]).default(''),
  /** The slug of the topic they stand directly under; `-` for the top level. */
  parent: z.string().max(100).default(''),
  /** Merged topics are shown only when asked for. */
  state: z.enum(['', 'active', 'retired', 'merged']).default(''),
  sort: z.enum(['', ...TOPIC_SORTS]).default(''),
  /** `nextCursor` of the page before, under the same sort and filters. */
  cursor: z.string().max(2_000).default(''),
});
export type TopicTableQuery = z.infer<typeof topicTableQueryDto>;

const count = z.number().int();
const topicRef = z.object({ slug: z.string(), name: z.string() });

/** A row of the editors' table. The figures are as of `countedAt`, children as of now. */
export const topicTableRowDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: topicDto.shape.kind,
  parent: topicRef.nullable(),
  isRetired: z.boolean(),
  mergedInto: topicRef.nullable(),
  followerCount: count,
  /** Follows of the last 28 days. */
  newFollowerCount: count,
  articleCount: count,
  /** When its newest visible article was published. */
  lastUsedAt: z.string().nullable(),
  hasChildren: z.boolean(),
});
export type TopicTableRowDto = z.infer<typeof topicTableRowDto>;

export const topicTableDto = z.object({
  topics: z.array(topicTableRowDto),
  nextCursor: z.string().nullable(),
  countedAt: z.string().nullable(),
});
export type TopicTableDto = z.infer<typeof topicTableDto>;
