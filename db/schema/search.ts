import { bigint, customType, index, pgTable } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { instant } from './columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * The words of every visible article, as readers search them: stems of the headline (weight A), the dek
 * (B) and the text (C), and two lexemes for the week and the year it was published in (`w:2664`,
 * `y:51`), by which a search looks through the newest first (ADR 010). What is not visible has no row.
 * Triggers of migration 0005 keep it in step, so that no writer has to think of it; a table apart from
 * `articles`, so that moving articles between topics does not touch it.
 */
export const articleWords = pgTable(
  'article_words',
  {
    articleId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    publishedAt: instant().notNull(),
    words: tsvector().notNull(),
  },
  // New rows go into the index itself: a list of pending ones would be read through by every search.
  (table) => [index('article_words_idx').using('gin', table.words).with({ fastupdate: false })],
);
