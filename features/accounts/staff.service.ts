import type { DbOrTx } from '@/db/client.ts';
import { getUser } from '@/db/queries/staff.ts';
import { type Role, requireRole } from './roles.ts';

/** Who does something in the newsroom, as the audit log names them. */
export type Actor = { id: string; name: string; role: Role };

/**
 * The user as an actor, if the database gives them at least this role now (T19).
 * @throws AppError `not_signed_in` (no such user), `forbidden`
 */
export async function requireStaff(tx: DbOrTx, userId: string, role: Role): Promise<Actor> {
  const user = requireRole(await getUser(tx, userId), role);
  return { id: user.id, name: user.name ?? user.email, role: user.role };
}
