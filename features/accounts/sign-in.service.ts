import type { Db, DbOrTx } from '@/db/client.ts';
import { deleteSession, hasLiveLink } from '@/db/queries/accounts.ts';
import { setSessionDevice } from '@/db/queries/sessions.ts';
import { getUser, setRole } from '@/db/queries/staff.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { keepFollows, makeKeptFollows } from '@/features/follows/follows.service.ts';
import { sendSignInLink } from '@/features/mail/letters.service.ts';
import type { Mailer } from '@/features/mail/mail.service.ts';
import { normalizeEmail, tryNormalizeEmail } from '@/lib/email-address.ts';
import { AppError } from '@/lib/errors.ts';
import { safeReturnTo } from '@/lib/return-to.ts';
import type { Settings } from '@/lib/settings.ts';
import { hashToken } from '@/lib/tokens.ts';
import { isAdminAddress } from './admin-addresses.ts';
import { deleteDueAccounts } from './deletion.service.ts';
import { deviceOf } from './device.ts';
import { consumeLink, issueLink, LINK_SECONDS } from './next-auth.ts';
import type { IssuedSession } from './next-auth-adapter.ts';
import { countMailRequest } from './rate-limit.service.ts';
import { roleDeed } from './role-deed.ts';
import { sweepExpired } from './sweep.service.ts';

export type SignInDeps = {
  db: Db;
  mailer: Mailer;
  settings: Pick<Settings, 'appUrl' | 'secret' | 'mode' | 'adminEmails'>;
};

/**
 * Mails a sign-in link to an address, known or not: both take the same steps and give the same
 * answer. Follows asked for meanwhile wait with the link, for whoever opens it.
 * @throws AppError `bad_request` (no address), `too_many_requests`, `unavailable` (mail not sent)
 */
export async function requestSignIn(
  { db, mailer, settings }: SignInDeps,
  request: {
    email: string;
    returnTo?: string | undefined;
    followSlugs?: string[];
    clientAddress: string;
  },
  now = new Date(),
): Promise<void> {
  const email = normalizeEmail(request.email);
  await countMailRequest({ db, settings }, 'sign-in', email, request.clientAddress);
  // Whoever comes back too late gets a new account, not one that is about to go.
  await deleteDueAccounts(db, now, email);
  const { token } = await db.transaction(async (tx) => {
    const link = await issueLink(tx, settings.secret, email);
    await keepFollows(tx, hashToken(link.token), request.followSlugs ?? [], link.expires);
    return link;
  });
  const returnTo = safeReturnTo(request.returnTo);
  await sendSignInLink({ mailer, settings }, email, { token, returnTo, minutes: LINK_SECONDS / 60 });
}

/** Whether a link would work now, and for which address. Uses nothing up. */
export async function peekSignIn(
  db: Db,
  link: { token: string; email: string },
  now = new Date(),
): Promise<{ email: string } | null> {
  const email = tryNormalizeEmail(link.email);
  if (email === null || !(await hasLiveLink(db, email, hashToken(link.token), now))) return null;
  return { email };
}

/**
 * Uses a link up: signs its address in, creating the account the first time, makes the follows
 * that waited, and ends the session this browser had. Either all of that happens or nothing.
 * @returns the new session; its token is for the cookie and is stored nowhere
 * @throws AppError `not_found` for a link that is unknown, used or past its time
 */
export async function confirmSignIn(
  { db, settings }: Pick<SignInDeps, 'db' | 'settings'>,
  link: { token: string; email: string; previousSessionToken?: string | null; userAgent?: string | null },
): Promise<IssuedSession> {
  const email = tryNormalizeEmail(link.email);
  const session = await db.transaction(async (tx) => {
    const started =
      email === null ? null : await consumeLink(tx, settings.secret, { token: link.token, email });
    if (!started) return null;
    // Always, not only when it was someone else's: a session that was planted must not live on (T9).
    if (link.previousSessionToken) await deleteSession(tx, hashToken(link.previousSessionToken));
    await setSessionDevice(tx, hashToken(started.sessionToken), deviceOf(link.userAgent ?? null));
    await makeAdminBySettings(tx, settings, started.userId);
    await makeKeptFollows(tx, hashToken(link.token), started.userId);
    return started;
  });
  if (!session)
    throw new AppError('not_found', 'This sign-in link has been used or is too old. Ask for a new one.');
  await sweepExpired(db);
  return session;
}

/** Makes a user an admin whose address the settings name, and writes it down when they were not. */
async function makeAdminBySettings(
  tx: DbOrTx,
  settings: Pick<Settings, 'adminEmails'>,
  userId: string,
): Promise<void> {
  const user = await getUser(tx, userId);
  if (!user || user.role === 'admin' || !isAdminAddress(settings, user.email)) return;
  await setRole(tx, user.id, 'admin');
  const actor = { id: user.id, name: user.name ?? user.email, role: user.role };
  await recordDeeds(tx, actor, [roleDeed(user, 'admin', { because: 'ADMIN_EMAILS' })], new Date());
}
