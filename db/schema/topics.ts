import { sql } from 'drizzle-orm';
import { type AnyPgColumn, bigint, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** What can be followed. `author` topics belong to an author and stay out of the directory. */
export const TOPIC_KINDS = ['section', 'topic', 'person', 'organization', 'place', 'author'] as const;

/** Topics readers follow; a parent includes its children (see `article_topics`). */
export const topics = pgTable(
  'topics',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: TOPIC_KINDS }).notNull(),
    parentId: bigint({ mode: 'number' }).references((): AnyPgColumn => topics.id),
    description: text().notNull().default(''),
    aliases: text().array().notNull().default(sql`'{}'::text[]`),
    retiredAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('topics_slug_key').on(table.slug),
    index('topics_parent_idx').on(table.parentId),
    check(
      'topics_kind_check',
      sql`${table.kind} in ('section', 'topic', 'person', 'organization', 'place', 'author')`,
    ),
  ],
);

/** Every slug a topic had before its present one; a redirect is never given to another topic. */
export const topicRedirects = pgTable(
  'topic_redirects',
  {
    slug: text().primaryKey(),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index('topic_redirects_topic_idx').on(table.topicId)],
);
