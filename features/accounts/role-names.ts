import type { Role } from './roles.ts';

/** Roles as people read them. */
export const ROLE_NAMES: Record<Role, string> = {
  reader: 'Reader',
  editor: 'Editor',
  admin: 'Administrator',
};

/** "an editor". */
export function aRole(role: Role): string {
  return role === 'reader' ? 'a reader' : `an ${ROLE_NAMES[role].toLowerCase()}`;
}
