import { z } from 'zod';
import type { Db, DbOrTx } from '@/db/client.ts';
import {
  deleteSession,
  deleteSessionsOf,
  findSessionUser,
  prolongSession,
  type Role,
  updateUserName,
} from '@/db/queries/accounts.ts';
import { AppError } from '@/lib/errors.ts';
import { isCleanText } from '@/lib/http.ts';
import { hashToken } from '@/lib/tokens.ts';
import { SESSION_SECONDS } from './cookies.ts';

/** Who is signed in, and until when. The role is the database's at the moment of asking. */
export type SessionUser = {
  id: string;
  name: string | null;
  email: string;
  role: Role;
  sessionExpiresAt: Date;
};

/** A session in use is prolonged once it is this much older than a new one: one write a day at most. */
const PROLONG_AFTER_MS = 24 * 60 * 60 * 1000;

const MAX_NAME_LENGTH = 80;
/** Control characters, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What a reader may call themselves: up to 80 characters, on one line; none takes the name away. */
const userName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .refine(
        (name) => [...name].length <= MAX_NAME_LENGTH,
        `A name may have at most ${MAX_NAME_LENGTH} characters.`,
      )
      .refine((name) => isCleanText(name) && !UNSEEN.test(name), 'A name may not hold control characters.')
      .transform((name) => name || null),
  );

/** Whose session a cookie's token is, in one query; null when it is unknown, ended or past its time. */
export async function getSessionUser(db: Db, token: string, now = new Date()): Promise<SessionUser | null> {
  return findSessionUser(db, hashToken(token), now);
}

/**
 * Gives a session in use its full time again, unless that was done within a day. True when it was
 * done now: then the browser's cookies are to be renewed too. A session that has ended stays ended.
 */
export async function renewSession(
  db: DbOrTx,
  token: string,
  { sessionExpiresAt }: Pick<SessionUser, 'sessionExpiresAt'>,
  now = new Date(),
): Promise<boolean> {
  const fullTime = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const isFresh = fullTime.getTime() - sessionExpiresAt.getTime() < PROLONG_AFTER_MS;
  return isFresh ? false : prolongSession(db, hashToken(token), { from: sessionExpiresAt, to: fullTime });
}

/** Ends the session of a cookie's token, at once and for good. */
export async function endSession(db: DbOrTx, token: string): Promise<void> {
  await deleteSession(db, hashToken(token));
}

/** Ends every session of a user, on all devices. */
export async function endAllSessions(db: DbOrTx, userId: string): Promise<void> {
  await deleteSessionsOf(db, userId);
}

/** Changes the name of a user, or with an empty one takes it away. @throws AppError `bad_request` for a name that `userName` refuses */
export async function renameUser(db: DbOrTx, userId: string, name: string): Promise<void> {
  const parsed = userName.safeParse(name);
  if (!parsed.success)
    throw new AppError('bad_request', parsed.error.issues[0]?.message ?? 'Enter another name.');
  await updateUserName(db, userId, parsed.data);
}
