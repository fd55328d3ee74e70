import { cookies } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { readSessionToken } from '@/features/accounts/cookies.ts';
import { getSessionUser, type SessionUser } from '@/features/accounts/session.service.ts';
import { AppError } from '@/lib/errors.ts';
import { getContext } from './context.ts';

/** Who is asking, from the session cookie and the database, once per rendered page; null for a visitor. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  // First of all: it holds the page back until there is a request, which a build does not have.
  await connection();
  const header = (await cookies()).toString();
  const { db, settings } = getContext();
  const token = readSessionToken(header, settings);
  return token ? getSessionUser(db, token) : null;
});

/** Who sends this API request; null for a visitor. */
export async function requestUser(request: Request): Promise<SessionUser | null> {
  const { db, settings } = getContext();
  const token = readSessionToken(request.headers.get('cookie') ?? '', settings);
  return token ? getSessionUser(db, token) : null;
}

/** Who sends this API request. @throws AppError `not_signed_in` for a visitor */
export async function requireUser(request: Request): Promise<SessionUser> {
  const user = await requestUser(request);
  if (!user) throw new AppError('not_signed_in', 'Sign in first.');
  return user;
}
