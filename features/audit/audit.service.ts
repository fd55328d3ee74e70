import type { DbOrTx } from '@/db/client.ts';
import { type AuditEntry, addAuditEntries } from '@/db/queries/audit.ts';
import type { Actor } from '@/features/accounts/staff.service.ts';

/** What was done: a noun and a verb, to what, and how it looked before and after. */
export type Deed = Pick<AuditEntry, 'action' | 'subject' | 'subjectKey' | 'subjectName' | 'before' | 'after'>;

/** Writes down what an actor does, in the transaction that does it: there is no deed without its entry. */
export async function recordDeeds(tx: DbOrTx, actor: Actor, deeds: Deed[], now: Date): Promise<void> {
  await addAuditEntries(
    tx,
    deeds.map((deed) => ({ ...deed, at: now, actorId: actor.id, actorName: actor.name })),
  );
}
