import { createHmac } from 'node:crypto';
import type { DbOrTx } from '@/db/client.ts';
import { countEvent } from '@/db/queries/rate-limits.ts';
import { AppError } from '@/lib/errors.ts';
import type { Settings } from '@/lib/settings.ts';
import { networkOf } from './network.ts';

const WINDOW_SECONDS = 15 * 60;
const MAILS_PER_ADDRESS = 3;
const REQUESTS_PER_NETWORK = 20;

export type RateLimit = { purpose: string; max: number; windowSeconds: number };
export type RateLimitDeps = { db: DbOrTx; settings: Pick<Settings, 'secret' | 'mode'> };

/**
 * Counts one event of a subject (an address, a network) against a limit. The counters are in the
 * database, so they survive restarts and hold across servers; the subject is stored as an HMAC.
 * @throws AppError `too_many_requests` past the limit, with the seconds until the window ends
 */
export async function countAgainst(
  { db, settings }: RateLimitDeps,
  limit: RateLimit,
  subject: string,
  now = new Date(),
): Promise<void> {
  const key = createHmac('sha256', settings.secret)
    .update(`rate-limit\n${limit.purpose}\n${subject}`)
    .digest('base64url');
  const windowEnds = new Date(now.getTime() + limit.windowSeconds * 1000);
  const { count, resetsAt } = await countEvent(db, key, windowEnds, now);
  if (count <= limit.max) return;
  throw new AppError('too_many_requests', 'Too many requests. Wait a few minutes, then try again.', {
    retryAfterSeconds: Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000)),
  });
}

/**
 * Counts one request for a mail: at most 3 an address and 20 a network in 15 minutes, for each
 * purpose. `clientAddress` is what our own server saw, never a header of the client's.
 * @throws AppError `too_many_requests`
 */
export async function countMailRequest(
  deps: RateLimitDeps,
  purpose: 'sign-in' | 'newsletter' | 'deletion',
  email: string,
  clientAddress: string,
  now = new Date(),
): Promise<void> {
  // In local mode every request comes from this machine, so its one network says nothing.
  if (deps.settings.mode === 'server') {
    const perNetwork = {
      purpose: `${purpose}:network`,
      max: REQUESTS_PER_NETWORK,
      windowSeconds: WINDOW_SECONDS,
    };
    await countAgainst(deps, perNetwork, networkOf(clientAddress), now);
  }
  const perAddress = { purpose: `${purpose}:address`, max: MAILS_PER_ADDRESS, windowSeconds: WINDOW_SECONDS };
  await countAgainst(deps, perAddress, email, now);
}
