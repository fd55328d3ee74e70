import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { followIntents, newsletterSubscriptions, users, verificationTokens } from '../schema.ts';

/** Sets when an account is to be deleted, where that is not set yet; false when it was. */
export async function setDeletionDue(db: DbOrTx, userId: string, dueAt: Date): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ deletionDueAt: dueAt })
    .where(and(eq(users.id, userId), isNull(users.deletionDueAt)))
    .returning({ id: users.id });
  return rows.length > 0;
}

/** Takes back that an account is to be deleted. */
export async function clearDeletionDue(db: DbOrTx, userId: string): Promise<void> {
  await db.update(users).set({ deletionDueAt: null }).where(eq(users.id, userId));
}

/** Accounts whose time is over, by their ids; with `email` only the one with that address. */
export async function listDueDeletions(
  db: DbOrTx,
  now: Date,
  { limit, email }: { limit: number; email?: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(lte(users.deletionDueAt, now), email === undefined ? undefined : eq(users.email, email)))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Deletes an account whose time is over, with all that refers to it (by cascade) and all that is kept
 * under its address. One that was taken back meanwhile stays.
 */
export async function deleteDueAccount(tx: DbOrTx, userId: string, now: Date): Promise<void> {
  const [gone] = await tx
    .delete(users)
    .where(and(eq(users.id, userId), lte(users.deletionDueAt, now)))
    .returning({ email: users.email });
  if (!gone) return;
  const links = await tx
    .delete(verificationTokens)
    .where(eq(verificationTokens.identifier, gone.email))
    .returning({ token: verificationTokens.token });
  if (links.length > 0) {
    const hashes = links.map(({ token }) => token);
    await tx.delete(followIntents).where(inArray(followIntents.tokenHash, hashes));
  }
  await tx.delete(newsletterSubscriptions).where(eq(newsletterSubscriptions.email, gone.email));
}
