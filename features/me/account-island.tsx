'use client';
import { AccountLink } from '@/components/layout/account-link.tsx';
import { useSessionHint } from './use-has-session.ts';

/** The header's way to the account, or to sign in. */
export function AccountIsland() {
  return <AccountLink isSignedIn={useSessionHint()} />;
}
