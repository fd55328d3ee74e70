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

/** A session as a request names it: the token hashed as in the table, and the moment of asking. */
export type AskedSession = { tokenHash: string; now: Date };

/** The sessions of an account that is to be gone by now are over, deleted or not. */
const sessionUser = (now: string) => `
  select u.id, u.name, u.email, u.role, u.deletion_due_at as "deletionDueAt", s.id as "sessionId",
    s.created_at as "sessionBegunAt", s.expires as "sessionExpiresAt", s.last_seen_at as "lastSeenAt"
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = $1 and s.expires > ${now} and (u.deletion_due_at is null or u.deletion_due_at > ${now})`;

/** Whose live session this is, in one prepared statement. */
export async function findSessionUser(
  db: Db,
  { tokenHash, now }: AskedSession,
): Promise<SessionUserRow | null> {
  const values = [tokenHash, now.toISOString()];
  const rows = await runNamed<SessionUserRow>(db, 'find_session_user', sessionUser('$2'), values);
  return rows[0] ?? null;
}

/**
 * Whose live session this is, and the one row that a statement about them gives, as JSON, in one round trip;
 * null for no session, and then nothing about anyone was read (ADR 015). `statement` is given the SQL text for
 * the reader's id; its own values begin at $2, as they do after READER.
 */
export async function findAsSession<Row>(
  db: Db,
  { tokenHash, now }: AskedSession,
  asked: { name: string; statement: (reader: string) => string; values?: unknown[] },
): Promise<{ user: SessionUserRow; answer: Row } | null> {
  const { name, statement, values = [] } = asked;
  const rows = await runNamed<SessionUserRow & { answer: Row }>(
    db,
    `${name}_of_session`,
    `with asking as materialized (${sessionUser(`$${values.length + 2}::timestamptz`)})
     select asking.*, (select to_json(answer) from (${statement('(select id from asking)')}) answer) as answer from asking`,
    [tokenHash, ...values, now.toISOString()],
  );
  const [row] = rows;
  if (!row) return null;
  const { answer, ...user } = row;
  return { user, answer };
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
