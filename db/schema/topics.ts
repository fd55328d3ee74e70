import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  pgMaterializedView,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
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
    /** Name and aliases folded (lib/fold.ts): what search looks at, and what no two topics share. */
    labels: text().array().notNull().default(sql`'{}'::text[]`),
    /**
     * Name and aliases as they are half typed or misspelt: `| mike pompeo| secretary pompeo` for both. Made by a
     * function of migration 0008, since names are compared by the thousand and folding one takes longer than that.
     */
    spelling: text().notNull().generatedAlwaysAs(sql`topic_spelling(name, aliases)`),
    /** The topic in Wikidata (`Q794`) and in IPTC Media Topics (`20000553`), for exchange with others. */
    wikidataId: text(),
    mediaTopicId: text(),
    retiredAt: instant(),
    /** Where a retired topic's followers may turn. */
    successorId: bigint({ mode: 'number' }).references((): AnyPgColumn => topics.id),
    /** Set while merged: whatever asks for this topic gets that one (ADR 007). */
    mergedIntoId: bigint({ mode: 'number' }).references((): AnyPgColumn => topics.id),
    /** Set once the newsroom's tools have changed the topic: the content folder leaves it alone from then on. */
    managedAt: instant(),
    /** Raised by every change, so that two editors do not overwrite each other unawares. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('topics_slug_key').on(table.slug),
    index('topics_parent_idx').on(table.parentId),
    index('topics_merged_idx').on(table.mergedIntoId),
    index('topics_labels_idx').using('gin', table.labels),
    // The order of the editors' table by name (db/queries/topic-table.ts).
    index('topics_name_order_idx').on(
      sql`(coalesce(${table.labels}[1], lower(${table.name})) collate "C")`,
      table.id,
    ),
    index('topics_spelling_idx').using('gin', table.spelling.op('gin_trgm_ops')),
    check('topics_merged_check', sql`${table.mergedIntoId} <> ${table.id}`),
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

/**
 * Followers and articles of every topic as they were at `counted_at`: counting 50,000 topics anew for
 * each page of the editors' table would cost seconds (ADR 007). Refreshed by db/queries/figures.ts.
 */
export const topicCounts = pgMaterializedView('topic_counts', {
  topicId: bigint({ mode: 'number' }).notNull(),
  followerCount: integer().notNull(),
  /** Follows of the last 28 days. */
  newFollowerCount: integer().notNull(),
  /** Articles, those not visible yet included. */
  articleCount: integer().notNull(),
  lastUsedAt: instant(),
  countedAt: instant().notNull(),
}).as(sql`
  select t.id as topic_id, coalesce(f.followers, 0)::int as follower_count,
    coalesce(f.recent, 0)::int as new_follower_count, coalesce(a.articles, 0)::int as article_count,
    a.last_used_at, now()::timestamptz(3) as counted_at
  from topics t
  left join (
    select topic_id, count(*) as followers, count(*) filter (where created_at > now() - interval '28 days') as recent
    from follows group by topic_id) f on f.topic_id = t.id
  left join (
    select topic_id, count(*) as articles, max(published_at) filter (where is_visible) as last_used_at
    from article_topics group by topic_id) a on a.topic_id = t.id`);

/**
 * One row: how often a topic or an author got another name or address. Triggers of migration 0007 raise it, in
 * the change's own transaction, so that whoever keeps such names in memory sees with the same look whether they
 * still hold (db/queries/cards.ts).
 */
export const namesVersion = pgTable(
  'names_version',
  {
    id: integer().primaryKey().default(1),
    version: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [check('names_version_one_check', sql`${table.id} = 1`)],
);
