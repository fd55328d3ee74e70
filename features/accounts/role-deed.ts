import type { UserRow } from '@/db/queries/accounts.ts';
import type { Deed } from '@/features/audit/audit.service.ts';
import type { Role } from './roles.ts';

/** What the audit log says of a change of role. `more` is said of what came after. */
export function roleDeed(person: UserRow, role: Role, more: Record<string, unknown> = {}): Deed {
  return {
    action: 'person.role',
    subject: 'person',
    subjectKey: person.email,
    subjectName: person.name ?? person.email,
    before: { role: person.role },
    after: { role, ...more },
  };
}
