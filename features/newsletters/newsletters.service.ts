import type { Db } from '@/db/client.ts';
import {
  askToConfirm,
  endSubscription,
  findByConfirmToken,
  findByUnsubscribeToken,
  findSubscription,
  type SubscriptionRow,
  startSubscription,
} from '@/db/queries/newsletters.ts';
import { countMailRequest } from '@/features/accounts/rate-limit.service.ts';
import { sweepExpired } from '@/features/accounts/sweep.service.ts';
import { sendNewsletterQuestion, sendNewsletterStanding } from '@/features/mail/letters.service.ts';
import type { Mailer } from '@/features/mail/mail.service.ts';
import { normalizeEmail } from '@/lib/email-address.ts';
import { AppError } from '@/lib/errors.ts';
import { log } from '@/lib/log.ts';
import type { Settings } from '@/lib/settings.ts';
import { hashToken, newToken, sign } from '@/lib/tokens.ts';
import { uuidv7 } from '@/lib/uuid.ts';
import { type NewsletterId, newsletterName } from './newsletters.dto.ts';

export type NewsletterDeps = {
  db: Db;
  mailer: Mailer;
  settings: Pick<Settings, 'appUrl' | 'secret' | 'mode'>;
};

/** What a link is about, for the page behind it. */
export type SubscriptionState = {
  newsletter: NewsletterId;
  email: string;
  state: 'asked' | 'active' | 'ended';
};

const CONFIRM_HOURS = 48;

/**
 * Asks an address whether it wants a newsletter. Until it says yes, that question is all it ever
 * gets (T30). The answer is the same for every address; one that is subscribed already gets a mail
 * that says so.
 * @throws AppError `bad_request` (no address), `too_many_requests`, `unavailable` (mail not sent)
 */
export async function subscribe(
  deps: NewsletterDeps,
  request: { newsletter: NewsletterId; email: string; clientAddress: string },
  now = new Date(),
): Promise<void> {
  const { db } = deps;
  const email = normalizeEmail(request.email);
  await countMailRequest(deps, 'newsletter', email, request.clientAddress, now);

  const token = newToken();
  const isAsked = await askToConfirm(db, {
    id: uuidv7(now),
    newsletter: request.newsletter,
    email,
    confirmTokenHash: hashToken(token),
    confirmExpiresAt: new Date(now.getTime() + CONFIRM_HOURS * 60 * 60 * 1000),
    requestedAt: now,
  });
  const newsletter = newsletterName(request.newsletter);
  if (isAsked) {
    await sendNewsletterQuestion(deps, email, { newsletter, token, hours: CONFIRM_HOURS });
  } else {
    const subscription = await findSubscription(db, request.newsletter, email);
    if (subscription) await sendStanding(deps, subscription, false);
  }
  await sweepExpired(db, now);
}

/** What a confirmation link is about; null when it is unknown, replaced or past its time. Changes nothing. */
export async function peekConfirmation(
  db: Db,
  token: string,
  now = new Date(),
): Promise<SubscriptionState | null> {
  const subscription = await findByConfirmToken(db, hashToken(token));
  if (!subscription) return null;
  // One that ended and was asked for again is a question like the first.
  const state = stateOf(subscription) === 'active' ? 'active' : 'asked';
  if (state === 'asked' && !isInTime(subscription, now)) return null;
  return { newsletter: subscription.newsletter, email: subscription.email, state };
}

/**
 * Confirms a subscription; again is the same as once. The first time, a mail with the way out
 * follows, the first that is not the question.
 * @throws AppError `not_found` for a link that is unknown, replaced or past its time
 */
export async function confirmSubscription(
  deps: NewsletterDeps,
  token: string,
  now = new Date(),
): Promise<SubscriptionState> {
  const { db, settings } = deps;
  const hash = hashToken(token);
  const subscription = await findByConfirmToken(db, hash);
  if (!subscription || (stateOf(subscription) !== 'active' && !isInTime(subscription, now))) {
    throw new AppError(
      'not_found',
      'This link is too old or has been replaced by a newer one. Sign up again.',
    );
  }
  const leaveHash = hashToken(leaveToken(settings, subscription.id));
  if (await startSubscription(db, subscription.id, hash, leaveHash, now)) {
    // The subscription stands whether or not this mail leaves; each edition carries the link too.
    await sendStanding(deps, subscription, true).catch((error) => {
      log.error({ err: error, subscription: subscription.id }, 'the mail after a confirmation was not sent');
    });
  }
  return { newsletter: subscription.newsletter, email: subscription.email, state: 'active' };
}

/** What a leave link is about; null when it is forged or unknown. Changes nothing. */
export async function peekUnsubscribe(db: Db, token: string): Promise<SubscriptionState | null> {
  const subscription = await findByUnsubscribeToken(db, hashToken(token));
  if (!subscription) return null;
  return { newsletter: subscription.newsletter, email: subscription.email, state: stateOf(subscription) };
}

/**
 * Ends a subscription; again is the same as once. Needs the link and nothing else.
 * @throws AppError `not_found` for a forged or unknown token
 */
export async function unsubscribe(db: Db, token: string, now = new Date()): Promise<SubscriptionState> {
  const subscription = await findByUnsubscribeToken(db, hashToken(token));
  if (!subscription)
    throw new AppError('not_found', 'This link is not one of ours, or its subscription is gone.');
  await endSubscription(db, subscription.id, now);
  return { newsletter: subscription.newsletter, email: subscription.email, state: 'ended' };
}

/**
 * The token of a subscription's leave link. It is made from the secret each time a mail needs it,
 * so that every edition can carry the link while the database holds only the token's hash (T10).
 */
function leaveToken(settings: Pick<Settings, 'secret'>, subscriptionId: string): string {
  return sign(settings.secret, 'newsletter-leave', subscriptionId);
}

async function sendStanding(
  deps: NewsletterDeps,
  subscription: SubscriptionRow,
  isNew: boolean,
): Promise<void> {
  await sendNewsletterStanding(deps, subscription.email, {
    newsletter: newsletterName(subscription.newsletter),
    leaveToken: leaveToken(deps.settings, subscription.id),
    isNew,
  });
}

function stateOf(subscription: SubscriptionRow): SubscriptionState['state'] {
  if (subscription.endedAt) return 'ended';
  return subscription.confirmedAt ? 'active' : 'asked';
}

function isInTime(subscription: SubscriptionRow, now: Date): boolean {
  return subscription.confirmExpiresAt !== null && subscription.confirmExpiresAt > now;
}
