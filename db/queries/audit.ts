import type { DbOrTx } from '../client.ts';
import { auditLog } from '../schema.ts';

export type AuditEntry = Omit<typeof auditLog.$inferInsert, 'id'>;

/** Adds to the log. Nothing in it can be changed or removed (a trigger of the migration). */
export async function addAuditEntries(tx: DbOrTx, entries: AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(auditLog).values(entries);
}
