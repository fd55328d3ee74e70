import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { users } from '../schema.ts';
import type { Role, UserRow } from './accounts.ts';

const USER = { id: users.id, name: users.name, email: users.email, role: users.role };

/** The user with this id as they are now, or null. */
export async function getUser(db: DbOrTx, userId: string): Promise<UserRow | null> {
  const [row] = await db.select(USER).from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** The user with this normalised address, or null. */
export async function getUserByEmail(db: DbOrTx, email: string): Promise<UserRow | null> {
  const [row] = await db.select(USER).from(users).where(eq(users.email, email));
  return row ?? null;
}

/** Everyone who has a role beyond a reader's: admins first, then by address. */
export async function listStaff(db: DbOrTx): Promise<UserRow[]> {
  return db
    .select(USER)
    .from(users)
    .where(inArray(users.role, ['editor', 'admin']))
    .orderBy(sql`${users.role} <> 'admin'`, asc(users.email));
}

/**
 * Users whose address begins with `address` (normalised), or one of whose names begins with `name`,
 * case and accents folded on both sides. By address, at most `limit`.
 */
export async function searchUsers(
  db: DbOrTx,
  { address, name, limit }: { address: string; name: string; limit: number },
): Promise<UserRow[]> {
  // A space before both, so that what is looked for begins a word.
  const isNamed = sql`position(' ' || ${folded(sql`${name}::text`)} in ' ' || ${folded(sql`${users.name}`)}) > 0`;
  return db
    .select(USER)
    .from(users)
    .where(or(sql`starts_with(${users.email}, ${address})`, isNamed))
    .orderBy(asc(users.email))
    .limit(limit);
}

/**
 * The ids of the admins who stay (whose account is not about to be deleted). None gains or loses that role
 * elsewhere until the transaction ends.
 */
export async function lockAdmins(tx: DbOrTx): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id, deletionDueAt: users.deletionDueAt })
    .from(users)
    .where(eq(users.role, 'admin'))
    .orderBy(asc(users.id))
    .for('no key update');
  return rows.filter((row) => row.deletionDueAt === null).map((row) => row.id);
}

/** Gives a user this role. */
export async function setRole(tx: DbOrTx, userId: string, role: Role): Promise<void> {
  await tx.update(users).set({ role }).where(eq(users.id, userId));
}

/** As `fold` in lib/fold.ts, for what only the database sees. */
function folded(text: ReturnType<typeof sql>) {
  return sql`regexp_replace(lower(normalize(${text}, nfkd)), U&'[\\0300-\\036F]', '', 'g')`;
}
