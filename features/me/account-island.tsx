'use client';
import { AccountLink } from '@/components/layout/site-header.tsx';
import { useHasSession } from './use-has-session.ts';

/** The header's way to the account, or to sign in. */
export function AccountIsland() {
  const hasSession = useHasSession();
  return hasSession ? (
    <AccountLink href="/account" label="Account" />
  ) : (
    <AccountLink href="/signin" label="Sign in" />
  );
}
