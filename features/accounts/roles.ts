import { AppError } from '@/lib/errors.ts';

/** Weakest first; each may do what those before it may. The database's list is checked against this one. */
const RANK = { reader: 0, editor: 1, admin: 2 } as const;
export type Role = keyof typeof RANK;

/**
 * Returns the user if their role is at least the one asked for.
 * @throws AppError `not_signed_in` for a visitor, `forbidden` for a weaker role
 */
export function requireRole<User extends { role: Role }>(user: User | null, role: Role): User {
  if (!user) throw new AppError('not_signed_in', 'Sign in first.');
  if (RANK[user.role] < RANK[role]) throw new AppError('forbidden', 'Your account may not do this.');
  return user;
}

/** True when the user's role is at least the one asked for. For pages, which answer 404 instead of an error. */
export function hasRole(user: { role: Role }, role: Role): boolean {
  return RANK[user.role] >= RANK[role];
}
