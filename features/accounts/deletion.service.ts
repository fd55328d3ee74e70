import type { Db } from '@/db/client.ts';
import {
  clearDeletionDue,
  deleteDueAccount,
  listDueDeletions,
  setDeletionDue,
} from '@/db/queries/deletions.ts';
import { deleteOtherSessions } from '@/db/queries/sessions.ts';
import { getUser, lockAdmins } from '@/db/queries/staff.ts';
import { sendDeletionNotice } from '@/features/mail/letters.service.ts';
import type { Mailer } from '@/features/mail/mail.service.ts';
import { tryNormalizeEmail } from '@/lib/email-address.ts';
import { AppError } from '@/lib/errors.ts';
import type { Settings } from '@/lib/settings.ts';
import { countMailRequest } from './rate-limit.service.ts';
import type { SessionUser } from './session.service.ts';

/** How long an account can be had back. */
export const WAY_BACK_DAYS = 7;
/** Whoever finds a device signed in must not be able to delete what its owner has. */
const RECENT_MS = 60 * 60 * 1000;
const DELETED_AT_ONCE = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

type Deps = { db: Db; mailer: Mailer; settings: Pick<Settings, 'appUrl' | 'secret' | 'mode'> };

/** True when a session was begun so recently that it may ask for the account's end. */
export function isRecent({ sessionBegunAt }: Pick<SessionUser, 'sessionBegunAt'>, now: Date): boolean {
  return now.getTime() - sessionBegunAt.getTime() < RECENT_MS;
}

/**
 * Has an account deleted seven days from now. Its reader is told by mail how to have it back (without that
 * mail nothing is deleted), and their other sessions end. Asking again changes nothing.
 * @throws AppError `bad_request` when what was typed is not the account's address, `forbidden` (a session
 *   that is not recent), `conflict` for the last administrator, `too_many_requests`, `unavailable` (no mail)
 */
export async function requestDeletion(
  { db, mailer, settings }: Deps,
  user: SessionUser,
  request: { typedEmail: string; clientAddress: string },
  now: Date,
): Promise<void> {
  if (user.deletionDueAt) return;
  if (!isRecent(user, now)) throw new AppError('forbidden', 'Sign in again first.');
  if (tryNormalizeEmail(request.typedEmail) !== user.email) {
    throw new AppError('bad_request', 'This is not the address of your account.');
  }
  await countMailRequest({ db, settings }, 'deletion', user.email, request.clientAddress, now);
  const dueAt = new Date(now.getTime() + WAY_BACK_DAYS * DAY_MS);
  const isNew = await db.transaction(async (tx) => {
    const adminIds = await lockAdmins(tx);
    if ((await getUser(tx, user.id))?.role === 'admin' && !adminIds.some((id) => id !== user.id)) {
      throw new AppError('conflict', 'You are the last administrator. Make someone else one first.');
    }
    return setDeletionDue(tx, user.id, dueAt);
  });
  if (!isNew) return;
  try {
    await sendDeletionNotice({ mailer, settings }, user.email, dueAt.toISOString());
  } catch (error) {
    await clearDeletionDue(db, user.id);
    throw error;
  }
  await deleteOtherSessions(db, user.id, user.sessionId);
}

/** Keeps an account that was to be deleted, as it was. */
export async function keepAccount(db: Db, userId: string): Promise<void> {
  await clearDeletionDue(db, userId);
}

/** Deletes for good the accounts whose seven days are over; with `email` only that address's. */
export async function deleteDueAccounts(db: Db, now: Date, email?: string): Promise<void> {
  const which = { limit: DELETED_AT_ONCE, ...(email !== undefined && { email }) };
  for (const id of await listDueDeletions(db, now, which)) {
    await db.transaction((tx) => deleteDueAccount(tx, id, now));
  }
}
