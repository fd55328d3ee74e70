import { eq } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { users } from '../schema.ts';
import type { UserRow } from './accounts.ts';

/** The user with this id as they are now, or null. */
export async function getUser(db: DbOrTx, userId: string): Promise<UserRow | null> {
  const [row] = await db
    .select({ id: users.id, name: users.name, email: users.email, role: users.role })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}
