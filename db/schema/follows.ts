import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { instant } from './columns.ts';
import { topics } from './topics.ts';

/** Who follows which topic. User first in the key, as in every personal table. */
export const follows = pgTable(
  'follows',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull().defaultNow(),
    /** When the reader was told that the topic is retired; null until then. */
    retirementToldAt: instant(),
    /** Until then the follow brings nothing; it returns by itself. */
    snoozedUntil: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.topicId] }),
    // With the reader, so that followers of two topics are compared without reading the table.
    index('follows_topic_idx').on(table.topicId, table.createdAt, table.userId),
  ],
);

/**
 * Topics a reader wants to hear nothing of: their articles are in nothing personal of theirs, even
 * where another followed topic matches.
 */
export const mutes = pgTable(
  'mutes',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.topicId] }),
    index('mutes_topic_idx').on(table.topicId),
  ],
);

/** How far a reader has seen their feed: articles first visible after `seenUpTo` are new. */
export const visits = pgTable('visits', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  seenUpTo: instant().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});

/**
 * A follow asked for before signing in. It is bound to the mailed link (by the link's hash), so
 * that only whoever opens that link gets it, on whichever device.
 */
export const followIntents = pgTable(
  'follow_intents',
  {
    tokenHash: text().notNull(),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tokenHash, table.topicId] }),
    index('follow_intents_expiry_idx').on(table.expiresAt),
  ],
);
