import { z } from 'zod';
import type { Db, DbOrTx } from '@/db/client.ts';
import {
  type AskedSession,
  deleteSession,
  deleteSessionsOf,
  findSessionUser,
  prolongSession,
  type Role,
  type SessionUserRow,
  updateUserName,
} from '@/db/queries/accounts.ts';
import {
  deleteOtherSessions,
  deleteSessionOf,
  listSessions,
  noteSessionSeen,
} from '@/db/queries/sessions.ts';
import { AppError } from '@/lib/errors.ts';
import { isCleanText } from '@/lib/http.ts';
import { hashToken } from '@/lib/tokens.ts';
import { SESSION_SECONDS } from './cookies.ts';
import type { SessionDto } from './sessions.dto.ts';

/** Who is signed in, and until when. The role is the database's at the moment of asking. */
export type SessionUser = {
  id: string;
  name: string | null;
  email: string;
  role: Role;
  /** When their account is deleted, where they have asked for that (deletion.service.ts). */
  deletionDueAt: Date | null;
  sessionId: string;
  sessionBegunAt: Date;
  sessionExpiresAt: Date;
};

/** A session in use is prolonged once it is this much older than a new one: one write a day at most. */
const PROLONG_AFTER_MS = 24 * 60 * 60 * 1000;

/** That a session is in use is written down at most so often. */
const SEEN_EVERY_MS = 60 * 60 * 1000;

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

/**
 * Whose session a cookie's token is, in one query; null when it is unknown, ended or past its time. Once
 * an hour it is noted that the session is in use.
 */
export async function getSessionUser(db: Db, token: string, now = new Date()): Promise<SessionUser | null> {
  const session = { tokenHash: hashToken(token), now };
  const row = await findSessionUser(db, session);
  return row && noteUse(db, session, row);
}

/**
 * The same with what is `asked` about the reader, in the same round trip where `asked` reads it by
 * `findAsSession`: for what readers ask for many times a day (ADR 015).
 */
export async function askAsSession<T>(
  db: Db,
  token: string,
  asked: (session: AskedSession) => Promise<{ user: SessionUserRow; answer: T } | null>,
  now = new Date(),
): Promise<{ user: SessionUser; answer: T } | null> {
  const session = { tokenHash: hashToken(token), now };
  const found = await asked(session);
  return found && { user: await noteUse(db, session, found.user), answer: found.answer };
}

async function noteUse(db: Db, { tokenHash, now }: AskedSession, row: SessionUserRow): Promise<SessionUser> {
  const { lastSeenAt, ...user } = row;
  if (now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS) {
    await noteSessionSeen(db, tokenHash, { before: lastSeenAt, now });
  }
  return user;
}

/** Where a reader is signed in, this session first. */
export async function getSessions(
  db: DbOrTx,
  { id, sessionId }: Pick<SessionUser, 'id' | 'sessionId'>,
  now: Date,
): Promise<SessionDto[]> {
  const rows = await listSessions(db, id, now);
  return rows
    .map((row) => ({
      id: row.id,
      device: row.device,
      isThis: row.id === sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one of a user's sessions by its id, at once; one that is not theirs changes nothing. */
export async function endSessionOf(db: DbOrTx, userId: string, sessionId: string): Promise<void> {
  await deleteSessionOf(db, userId, sessionId);
}

/** Ends all of a user's sessions but one. */
export async function endOtherSessions(db: DbOrTx, userId: string, sessionId: string): Promise<void> {
  await deleteOtherSessions(db, userId, sessionId);
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
