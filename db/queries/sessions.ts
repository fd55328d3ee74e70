import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { sessions } from '../schema.ts';

export type SessionRow = { id: string; device: string | null; createdAt: Date; lastSeenAt: Date };

/** A user's live sessions, the one seen last first. */
export async function listSessions(db: DbOrTx, userId: string, now: Date): Promise<SessionRow[]> {
  const { id, device, createdAt, lastSeenAt } = sessions;
  return db
    .select({ id, device, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expires, now)))
    .orderBy(desc(lastSeenAt), desc(createdAt));
}

/** Ends one session of the user; one that is not theirs, or has ended, changes nothing. */
export async function deleteSessionOf(db: DbOrTx, userId: string, sessionId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)));
}

/** Ends all of the user's sessions but one. */
export async function deleteOtherSessions(db: DbOrTx, userId: string, sessionId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}

/** Notes on what a session was begun. */
export async function setSessionDevice(db: DbOrTx, tokenHash: string, device: string | null): Promise<void> {
  await db.update(sessions).set({ device }).where(eq(sessions.sessionToken, tokenHash));
}

/** Notes that a session is in use, unless somebody did so since `before`. */
export async function noteSessionSeen(
  db: DbOrTx,
  tokenHash: string,
  { before, now }: { before: Date; now: Date },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.sessionToken, tokenHash), eq(sessions.lastSeenAt, before)));
}
