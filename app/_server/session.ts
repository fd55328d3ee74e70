import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { readSessionToken } from '@/features/accounts/cookies.ts';
import { getSessionUser, type SessionUser } from '@/features/accounts/session.service.ts';
import { AppError } from '@/lib/errors.ts';
import { getContext } from './context.ts';

/**
 * Who is asking, from the session cookie and the database, once per rendered page; null for a visitor. Also
 * those whose account is about to be deleted: for the pages by which they come and stay.
 */
export const currentAnyUser = cache(async (): Promise<SessionUser | null> => {
  const token = await currentToken();
  return token ? getSessionUser(getContext().db, token) : null;
});

/** What the request for a page brings to be known by; null for a visitor. */
export async function currentToken(): Promise<string | null> {
  // First of all: it holds the page back until there is a request, which a build does not have.
  await connection();
  return readSessionToken((await cookies()).toString(), getContext().settings);
}

/**
 * The same for every other page. Whose account is about to be deleted is led to where it can be kept: by the
 * gate where it looks up who asks, and here where JavaScript runs.
 */
export async function currentUser(): Promise<SessionUser | null> {
  const user = await currentAnyUser();
  if (user?.deletionDueAt) redirect('/account');
  return user;
}

/** What a request brings to be known by; null for a visitor. */
export function requestToken(request: Request): string | null {
  return readSessionToken(request.headers.get('cookie') ?? '', getContext().settings);
}

/** Who sends this API request, also with an account about to be deleted; null for a visitor. */
export async function requestAnyUser(request: Request): Promise<SessionUser | null> {
  const token = requestToken(request);
  return token ? getSessionUser(getContext().db, token) : null;
}

/** The same. @throws AppError `not_signed_in` for a visitor */
export async function requireAnyUser(request: Request): Promise<SessionUser> {
  return signedIn(await requestAnyUser(request));
}

/** Who sends this API request; null for a visitor. @throws AppError `forbidden` while their account is about to be deleted */
export async function requestUser(request: Request): Promise<SessionUser | null> {
  return staying(await requestAnyUser(request));
}

/** The same. @throws AppError `not_signed_in` for a visitor, `forbidden` as above */
export async function requireUser(request: Request): Promise<SessionUser> {
  return signedIn(await requestUser(request));
}

/**
 * What `ask` finds of whose session it is, who is told with it, in as few queries as it needs (ADR 015).
 * @throws AppError as `requireUser`
 */
export async function askAsUser<T extends { user: SessionUser }>(
  request: Request,
  ask: (token: string) => Promise<T | null>,
): Promise<T> {
  const token = requestToken(request);
  const asked = signedIn(token ? await ask(token) : null);
  staying(asked.user);
  return asked;
}

function staying(user: SessionUser | null): SessionUser | null {
  if (user?.deletionDueAt) {
    throw new AppError('forbidden', 'Your account is about to be deleted. Choose “Keep my account” first.');
  }
  return user;
}

function signedIn<T>(found: T | null): T {
  if (!found) throw new AppError('not_signed_in', 'Sign in first.');
  return found;
}
