import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const JOB_KINDS = ['merge', 'undo', 'move'] as const;

/**
 * What the newsroom has asked for that is too large for a request (ADR 009). A row is finished in the
 * transaction that does the work, and only once: that is what makes a job that is run again harmless.
 */
export const newsroomJobs = pgTable(
  'newsroom_jobs',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: JOB_KINDS }).notNull(),
    /** The topic it is about, and the one it is merged into, as they were called then. */
    topicName: text().notNull(),
    intoName: text(),
    /** What was asked for, as the service of its kind takes it. */
    request: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Follows and article links it touches, counted when it was asked for. */
    rowCount: integer().notNull(),
    /** No reference, so that it outlives the account. */
    requestedBy: uuid().notNull(),
    requestedAt: instant().notNull(),
    /** When it was last begun. */
    startedAt: instant(),
    finishedAt: instant(),
    /** Why nothing was done, as a sentence; null unless it has failed. */
    failure: text(),
    result: jsonb().$type<Record<string, unknown>>(),
    /** Cache tags of all that readers see differently: they are expired after the work is stored. */
    tags: text().array().notNull().default(sql`'{}'::text[]`),
  },
  (table) => [
    index('newsroom_jobs_open_idx').on(table.requestedAt).where(sql`${table.finishedAt} is null`),
    index('newsroom_jobs_finished_idx').on(table.finishedAt),
  ],
);
