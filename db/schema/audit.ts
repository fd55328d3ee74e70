import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const AUDIT_SUBJECTS = ['topic', 'article', 'person', 'merge'] as const;

/**
 * What the newsroom's tools did: who, when, what, before and after. Append-only: a trigger of the
 * migration refuses every update, delete and truncate. No references, so that it outlives its subjects.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    /** The actor's name, else their address, as it was then. */
    actorName: text().notNull(),
    /** Noun and verb: `topic.rename`, `merge.undo`, `person.role`. */
    action: text().notNull(),
    subject: text({ enum: AUDIT_SUBJECTS }).notNull(),
    /** The subject's slug, address or number as it was then. */
    subjectKey: text().notNull(),
    subjectName: text().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [
    index('audit_log_actor_idx').on(table.actorId, table.id),
    index('audit_log_subject_idx').on(table.subject, table.subjectKey, table.id),
    index('audit_log_action_idx').on(table.action, table.id),
  ],
);
