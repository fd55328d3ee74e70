import { and, desc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { auditLog } from '../schema.ts';

export type AuditEntry = Omit<typeof auditLog.$inferInsert, 'id'>;
export type AuditRow = typeof auditLog.$inferSelect;

/** What an entry must be like; what is left out may be anything. */
export type AuditConditions = {
  actorId?: string | undefined;
  action?: string | undefined;
  /** Every slug of one topic: entries about it, and about merges it was the other side of. */
  topicSlugs?: string[] | undefined;
};

/** Adds to the log. Nothing in it can be changed or removed (a trigger of the migration). */
export async function addAuditEntries(tx: DbOrTx, entries: AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(auditLog).values(entries);
}

/** Entries below `beforeId`, the newest first; null for the newest of all. */
export async function listAuditEntries(
  db: DbOrTx,
  conditions: AuditConditions,
  beforeId: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const { actorId, action, topicSlugs } = conditions;
  return db
    .select()
    .from(auditLog)
    .where(
      and(
        beforeId === null ? undefined : lt(auditLog.id, beforeId),
        actorId === undefined ? undefined : eq(auditLog.actorId, actorId),
        action === undefined ? undefined : eq(auditLog.action, action),
        topicSlugs === undefined ? undefined : isAboutTopic(topicSlugs),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

function isAboutTopic(slugs: string[]): SQL | undefined {
  const otherSides = [
    sql`${auditLog.after}->>'into'`,
    sql`${auditLog.before}->>'into'`,
    sql`${auditLog.after}->>'restored'`,
  ];
  return or(
    and(eq(auditLog.subject, 'topic'), inArray(auditLog.subjectKey, slugs)),
    // The actions first: they have an index, what the entries hold has none.
    and(
      inArray(auditLog.action, ['topic.merge', 'merge.undo']),
      or(...otherSides.map((side) => inArray(side, slugs))),
    ),
  );
}

/** Everyone the log names, once each, as they were last called; by name. Steps through an index, not the log. */
export async function listAuditActors(db: Db): Promise<{ id: string; name: string }[]> {
  return runNamed(
    db,
    'list_audit_actors',
    `with recursive actors as (
       (select actor_id from audit_log order by actor_id limit 1)
       union all
       select (select a.actor_id from audit_log a where a.actor_id > actors.actor_id order by a.actor_id limit 1)
       from actors where actors.actor_id is not null
     )
     select actors.actor_id as id, latest.actor_name as name from actors
     cross join lateral (
       select a.actor_name from audit_log a where a.actor_id = actors.actor_id order by a.id desc limit 1
     ) latest
     order by lower(latest.actor_name), actors.actor_id`,
    [],
  );
}

/** Every action the log names, once each, in alphabetical order. Steps through an index, not the log. */
export async function listAuditActions(db: DbOrTx): Promise<string[]> {
  const actions: string[] = [];
  for (let last = ''; ; ) {
    const [row] = await db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(gt(auditLog.action, last))
      .orderBy(auditLog.action)
      .limit(1);
    if (!row) return actions;
    last = row.action;
    actions.push(last);
  }
}
