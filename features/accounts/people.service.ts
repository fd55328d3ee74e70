import type { Db } from '@/db/client.ts';
import type { UserRow } from '@/db/queries/accounts.ts';
import { getUser, getUserByEmail, listStaff, lockAdmins, searchUsers, setRole } from '@/db/queries/staff.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { tryNormalizeEmail } from '@/lib/email-address.ts';
import { AppError } from '@/lib/errors.ts';
import type { Settings } from '@/lib/settings.ts';
import { isAdminAddress } from './admin-addresses.ts';
import type { PeopleDto, PersonDto } from './people.dto.ts';
import { roleDeed } from './role-deed.ts';
import type { Role } from './roles.ts';
import { requireStaff } from './staff.service.ts';

/** Readers are found, never listed: more than this many are not shown, and there is no next page. */
const MAX_FOUND = 50;

/**
 * The staff, and whom a search finds: by the beginning of an address, or of a word of a name.
 * @throws AppError `not_signed_in`, `forbidden`
 */
export async function findPeople(
  { db, settings }: { db: Db; settings: Pick<Settings, 'adminEmails'> },
  userId: string,
  q: string,
): Promise<PeopleDto> {
  await requireStaff(db, userId, 'admin');
  const toDto = (row: UserRow): PersonDto => ({
    ...row,
    isAdminBySettings: isAdminAddress(settings, row.email),
  });
  const staff = (await listStaff(db)).map(toDto);
  if (q === '') return { staff, found: [], hasMore: false, exact: null };

  const email = tryNormalizeEmail(q);
  const exact = email === null ? null : await getUserByEmail(db, email);
  const address = email ?? q.normalize('NFKC').toLowerCase();
  const rows = await searchUsers(db, { address, name: q, limit: MAX_FOUND + 1 });
  return {
    staff,
    found: rows.slice(0, MAX_FOUND).map(toDto),
    hasMore: rows.length > MAX_FOUND,
    exact: exact && toDto(exact),
  };
}

/**
 * Gives a person a role, or takes it away (`reader`); it counts from their next request on. An admin
 * may step down while another is left.
 * @throws AppError `conflict` for the last admin, `not_found`, `not_signed_in`, `forbidden`
 */
export async function changeRole(
  db: Db,
  userId: string,
  personId: string,
  role: Role,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Before anything is read: of two admins who demote each other, one comes too late.
    const adminIds = await lockAdmins(tx);
    const actor = await requireStaff(tx, userId, 'admin');
    const person = await getUser(tx, personId);
    if (!person) throw new AppError('not_found', 'There is no such person.');
    if (person.role === role) return;
    if (person.role === 'admin' && !adminIds.some((id) => id !== person.id)) {
      throw new AppError(
        'conflict',
        'This is the last administrator. Make someone else an administrator first.',
      );
    }
    await setRole(tx, person.id, role);
    await recordDeeds(tx, actor, [roleDeed(person, role)], now);
  });
}
