import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { instant } from './columns.ts';

/** The address of a reader's private feed: one at most, stored hashed, ended by deleting the row. */
export const feedTokens = pgTable(
  'feed_tokens',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    /** To the hour or so, so that a reader sees whether anything still asks. */
    lastUsedAt: instant(),
  },
  (table) => [uniqueIndex('feed_tokens_key').on(table.tokenHash)],
);
