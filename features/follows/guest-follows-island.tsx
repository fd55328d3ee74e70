'use client';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useGuest } from '@/features/me/use-guest.ts';
import { useHasSession } from '@/features/me/use-has-session.ts';

/** Brings what was followed in this browser without an account into the account, on the first page after signing in. */
export function GuestFollowsIsland() {
  const client = useQueryClient();
  const router = useRouter();
  const isOfServer = usePathname().startsWith('/following');
  const { follows } = useGuest();
  const hasSession = useHasSession();
  const isDue = hasSession && follows.length > 0;
  useEffect(() => {
    if (!isDue) return;
    void import('./bring-guest-follows.ts')
      .then(({ bringGuestFollows }) => bringGuestFollows(client))
      // The page was made before, by what was followed then.
      .then((isBrought) => isBrought && isOfServer && router.refresh());
  }, [isDue, isOfServer, client, router]);
  return null;
}
