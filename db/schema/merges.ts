import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { articles } from './articles.ts';
import { instant } from './columns.ts';
import { topics } from './topics.ts';

/** The ledger of merges: with the two tables below, all that is needed to undo one (ADR 007). */
export const topicMerges = pgTable(
  'topic_merges',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fromTopicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id),
    intoTopicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id),
    /** Who did it: no reference, so that it outlives the account. */
    mergedBy: uuid().notNull(),
    mergedAt: instant().notNull(),
    /** Topics that stood under the merged one, and were put under the other. */
    childIds: bigint({ mode: 'number' }).array().notNull().default(sql`'{}'::bigint[]`),
    /** Names the other topic got as aliases. */
    addedAliases: text().array().notNull().default(sql`'{}'::text[]`),
    /** True when the other topic stood somewhere under the merged one and took its place. */
    isPlaceTaken: boolean().notNull().default(false),
    /** Where the other topic stood before it took the place. */
    intoParentId: bigint({ mode: 'number' }).references(() => topics.id),
    undoneBy: uuid(),
    undoneAt: instant(),
  },
  (table) => [
    index('topic_merges_from_idx').on(table.fromTopicId),
    index('topic_merges_into_idx').on(table.intoTopicId),
  ],
);

/** Who followed the merged topic, since when, and whether they followed the other one too. */
export const topicMergeFollows = pgTable(
  'topic_merge_follows',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    mergeId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topicMerges.id, { onDelete: 'cascade' }),
    followedAt: instant().notNull(),
    snoozedUntil: instant(),
    hadInto: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.mergeId] }),
    index('topic_merge_follows_merge_idx').on(table.mergeId),
  ],
);

/** Who muted the merged topic, since when, and whether they muted the other one too. */
export const topicMergeMutes = pgTable(
  'topic_merge_mutes',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    mergeId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topicMerges.id, { onDelete: 'cascade' }),
    mutedAt: instant().notNull(),
    hadInto: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.mergeId] }),
    index('topic_merge_mutes_merge_idx').on(table.mergeId),
  ],
);

/** Which articles were in the merged topic directly, at which place, and whether they were in the other one too. */
export const topicMergeArticles = pgTable(
  'topic_merge_articles',
  {
    mergeId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topicMerges.id, { onDelete: 'cascade' }),
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    hadInto: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mergeId, table.articleId] })],
);
