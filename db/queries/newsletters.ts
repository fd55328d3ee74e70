import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { type NEWSLETTERS, newsletterSubscriptions as subscriptions } from '../schema.ts';

export type NewsletterId = (typeof NEWSLETTERS)[number];
export type SubscriptionRow = typeof subscriptions.$inferSelect;

const isActive = sql`${subscriptions.confirmedAt} is not null and ${subscriptions.endedAt} is null`;
const isNotActive = sql`(${subscriptions.confirmedAt} is null or ${subscriptions.endedAt} is not null)`;

/** The subscription of an address to a newsletter, whatever its state. */
export async function findSubscription(
  db: DbOrTx,
  newsletter: NewsletterId,
  email: string,
): Promise<SubscriptionRow | null> {
  const rows = await db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.newsletter, newsletter), eq(subscriptions.email, email)));
  return rows[0] ?? null;
}

/**
 * Puts a question to an address: the link of `confirmTokenHash` may confirm until
 * `confirmExpiresAt`. An earlier link stops working. An active subscription is left as it is.
 * @returns false when the subscription is active already
 */
export async function askToConfirm(
  db: DbOrTx,
  request: {
    id: string;
    newsletter: NewsletterId;
    email: string;
    confirmTokenHash: string;
    confirmExpiresAt: Date;
    requestedAt: Date;
  },
): Promise<boolean> {
  const { confirmTokenHash, confirmExpiresAt, requestedAt } = request;
  const rows = await db
    .insert(subscriptions)
    .values(request)
    .onConflictDoUpdate({
      target: [subscriptions.newsletter, subscriptions.email],
      set: { confirmTokenHash, confirmExpiresAt, requestedAt },
      setWhere: isNotActive,
    })
    .returning({ id: subscriptions.id });
  return rows.length > 0;
}

/** The subscription a confirmation link is about, or null; the link may be past its time. */
export async function findByConfirmToken(db: DbOrTx, tokenHash: string): Promise<SubscriptionRow | null> {
  const rows = await db.select().from(subscriptions).where(eq(subscriptions.confirmTokenHash, tokenHash));
  return rows[0] ?? null;
}

/**
 * Starts the subscription of a confirmation link that is in its time. Only one of several callers
 * at once is told true: the one that started it.
 */
export async function startSubscription(
  db: DbOrTx,
  id: string,
  confirmTokenHash: string,
  unsubscribeTokenHash: string,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(subscriptions)
    .set({ confirmedAt: now, endedAt: null, unsubscribeTokenHash })
    .where(
      and(
        eq(subscriptions.id, id),
        eq(subscriptions.confirmTokenHash, confirmTokenHash),
        gt(subscriptions.confirmExpiresAt, now),
        isNotActive,
      ),
    )
    .returning({ id: subscriptions.id });
  return rows.length > 0;
}

/** The subscription a leave link is about, or null. */
export async function findByUnsubscribeToken(db: DbOrTx, tokenHash: string): Promise<SubscriptionRow | null> {
  const rows = await db.select().from(subscriptions).where(eq(subscriptions.unsubscribeTokenHash, tokenHash));
  return rows[0] ?? null;
}

/** Ends a subscription and voids its confirmation link. Ending it again changes nothing. */
export async function endSubscription(db: DbOrTx, id: string, now: Date): Promise<void> {
  await db
    .update(subscriptions)
    .set({ endedAt: now, confirmTokenHash: null, confirmExpiresAt: null })
    .where(and(eq(subscriptions.id, id), isActive));
}

/** Forgets addresses that were asked and never confirmed, once their link is past its time. */
export async function deleteUnconfirmed(db: DbOrTx, now: Date): Promise<void> {
  await db
    .delete(subscriptions)
    .where(and(isNull(subscriptions.confirmedAt), lt(subscriptions.confirmExpiresAt, now)));
}
