import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { topics } from './topics.ts';

/** Writers. Each owns a topic of kind `author`, through which readers follow them. */
export const authors = pgTable(
  'authors',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    name: text().notNull(),
    role: text().notNull().default(''),
    bio: text().notNull().default(''),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id),
  },
  (table) => [
    uniqueIndex('authors_slug_key').on(table.slug),
    uniqueIndex('authors_topic_key').on(table.topicId),
  ],
);

/**
 * Articles. `isVisible` is the one switch every public query reads: true from the moment the
 * publishing service releases the article until it is withdrawn. `publishedAt` orders feeds;
 * `firstVisibleAt` is set once, by the server, and decides what is new to a reader.
 */
export const articles = pgTable(
  'articles',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    headline: text().notNull(),
    dek: text().notNull(),
    bodyHtml: text().notNull(),
    wordCount: integer().notNull(),
    dateline: text(),
    agency: text(),
    sectionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id),
    isLead: boolean().notNull().default(false),
    /** Direct topics, the authors' topics and all their ancestors. */
    topicIds: bigint({ mode: 'number' }).array().notNull().default(sql`'{}'::bigint[]`),
    publishedAt: instant().notNull(),
    updatedAt: instant(),
    firstVisibleAt: instant(),
    /** When an editor last marked a change as one that earlier readers should know of. */
    changedAt: instant(),
    isVisible: boolean().notNull().default(false),
    withdrawnAt: instant(),
    /** An import of old articles: visible without counting as new. */
    isImport: boolean().notNull().default(false),
    /** Set once an editor has tagged the article: its source no longer decides its topics. */
    topicsManagedAt: instant(),
    /** Fingerprint of the source this row was made from; equal means nothing to do. */
    sourceHash: text().notNull(),
  },
  (table) => [
    uniqueIndex('articles_slug_key').on(table.slug),
    // Read backwards, newest first: an index in descending order would keep nulls last, where no query looks.
    index('articles_newest_idx').on(table.publishedAt, table.id).where(sql`${table.isVisible}`),
    index('articles_first_visible_idx').on(table.firstVisibleAt),
    // By its beginning: what comes from one source, among all there is.
    index('articles_source_idx').on(table.sourceHash.op('text_pattern_ops')),
    index('articles_due_idx')
      .on(table.publishedAt)
      .where(sql`not ${table.isVisible} and ${table.withdrawnAt} is null`),
    // `folded_words` is a function of migration 0004. An expression, so that no writer has to think of it.
    index('articles_headline_idx').using('gin', sql`to_tsvector('simple', folded_words(${table.headline}))`),
  ],
);

/** Who wrote what, in byline order. */
export const articleAuthors = pgTable(
  'article_authors',
  {
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    authorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => authors.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.authorId] }),
    index('article_authors_author_idx').on(table.authorId),
  ],
);

/**
 * One row for each topic an article is in, ancestors included (`isDirect` false). Visibility and
 * both dates are copied from the article by the publishing service, in the same transaction, so
 * that per-topic reads walk one index and touch nothing else.
 */
export const articleTopics = pgTable(
  'article_topics',
  {
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    topicId: bigint({ mode: 'number' })
      .notNull()
      .references(() => topics.id),
    isDirect: boolean().notNull(),
    /** Order of direct topics as the editor gave it; ancestors come after. */
    position: integer().notNull().default(0),
    publishedAt: instant().notNull(),
    firstVisibleAt: instant(),
    isVisible: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    // What editors count and move are all articles of a topic, those not visible yet included.
    index('article_topics_topic_idx').on(table.topicId, table.articleId, table.isDirect),
    index('article_topics_newest_idx')
      .on(table.topicId, table.publishedAt, table.articleId)
      .where(sql`${table.isVisible}`),
    index('article_topics_new_idx')
      .on(table.topicId, table.firstVisibleAt, table.articleId)
      .where(sql`${table.isVisible}`),
    // The few that are scheduled or withdrawn, which editors see too.
    index('article_topics_hidden_idx')
      .on(table.topicId, table.publishedAt, table.articleId)
      .where(sql`not ${table.isVisible}`),
  ],
);

/** An article's photos in gallery order; position 0 is the lead photo. */
export const photos = pgTable(
  'photos',
  {
    articleId: bigint({ mode: 'number' })
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Path below `/media/`: content hash and file name, so that a changed picture has a new address. */
    path: text().notNull(),
    alt: text().notNull(),
    caption: text().notNull(),
    credit: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** Focal point as fractions of width and height from the top left. */
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    /** `#rrggbb`, painted until the picture has loaded. */
    dominantColour: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] })],
);
