import { and, eq, gt, lte } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { type ROLES, sessions, users, verificationTokens } from '../schema.ts';

export type Role = (typeof ROLES)[number];
export type UserRow = { id: string; name: string | null; email: string; role: Role };

export type SessionUserRow = UserRow & {
  deletionDueAt: Date | null;
  sessionId: string;
  sessionBegunAt: Date;
  sessionExpiresAt: Date;
  lastSeenAt: Date;
};

/**
 * Whose live session this is, in one prepared statement. `tokenHash` is hashed as in the table. The
 * sessions of an account that is to be gone by now are over, deleted or not.
 */
export async function findSessionUser(db: Db, tokenHash: string, now: Date): Promise<SessionUserRow | null> {
  const rows = await runNamed<SessionUserRow>(
    db,
    'find_session_user',
    `select u.id, u.name, u.email, u.role, u.deletion_due_at as "deletionDueAt", s.id as "sessionId",
       s.created_at as "sessionBegunAt", s.expires as "sessionExpiresAt", s.last_seen_at as "lastSeenAt"
     from sessions s join users u on u.id = s.user_id
     where s.token_hash = $1 and s.expires > $2 and (u.deletion_due_at is null or u.deletion_due_at > $2)`,
    [tokenHash, now.toISOString()],
  );
  return rows[0] ?? null;
}

/** Moves the end of a live session; false when it has ended or was moved by somebody else meanwhile. */
export async function prolongSession(
  db: DbOrTx,
  tokenHash: string,
  expires: { from: Date; to: Date },
): Promise<boolean> {
  const rows = await db
    .update(sessions)
    .set({ expires: expires.to })
    .where(and(eq(sessions.sessionToken, tokenHash), eq(sessions.expires, expires.from)))
    .returning({ userId: sessions.userId });
  return rows.length > 0;
}

/** Ends one session. */
export async function deleteSession(db: DbOrTx, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.sessionToken, tokenHash));
}

/** Ends all of a user's sessions, on every device. */
export async function deleteSessionsOf(db: DbOrTx, userId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}

/**
 * Adds a user, or finds the one who has the address already: two first sign-ins at once make one
 * account. Marks the address as verified either way.
 */
export async function upsertUser(
  db: DbOrTx,
  user: { id: string; email: string; emailVerified: Date },
): Promise<UserRow & { emailVerified: Date | null }> {
  const [row] = await db
    .insert(users)
    .values(user)
    .onConflictDoUpdate({ target: users.email, set: { emailVerified: user.emailVerified } })
    .returning();
  if (!row) throw new Error('An upsert returned no row.');
  return row;
}

/** Sets the name shown for a user; null takes it away. */
export async function updateUserName(db: DbOrTx, userId: string, name: string | null): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, userId));
}

/** True while a mailed link is unused and in its time. */
export async function hasLiveLink(db: DbOrTx, email: string, tokenHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ expires: verificationTokens.expires })
    .from(verificationTokens)
    .where(
      and(
        eq(verificationTokens.identifier, email),
        eq(verificationTokens.token, tokenHash),
        gt(verificationTokens.expires, now),
      ),
    );
  return rows.length > 0;
}

/** Clears away links and sessions whose time is over; they stopped working when it ended. */
export async function deleteExpiredSignIns(db: DbOrTx, now: Date): Promise<void> {
  await db.delete(verificationTokens).where(lte(verificationTokens.expires, now));
  await db.delete(sessions).where(lte(sessions.expires, now));
}
