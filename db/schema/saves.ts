import { bigint, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { articles } from './articles.ts';
import { instant } from './columns.ts';

/** Articles a reader keeps for later, until they take them out again. */
export const saves = pgTable(
  'saves',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    savedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.articleId] }),
    index('saves_newest_idx').on(table.userId, table.savedAt, table.articleId),
  ],
);
