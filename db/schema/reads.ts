import { bigint, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { articles } from './articles.ts';
import { instant } from './columns.ts';

/** Which article a reader has opened, and when last. Kept for 90 days, and only while they keep a history. */
export const reads = pgTable(
  'reads',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    readAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.articleId] }),
    index('reads_history_idx').on(table.userId, table.readAt, table.articleId),
    index('reads_expiry_idx').on(table.readAt),
  ],
);
