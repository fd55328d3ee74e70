'use client';
import { useIsMutating } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useHasSession } from '@/features/me/use-has-session.ts';
import { useMe } from '@/features/me/use-me.ts';

/**
 * Has the server make the page anew when what is followed is no longer what it was made with, here
 * or in another tab, and when the session has ended elsewhere. `slugs` is what the server knew.
 */
export function RefreshOnChange({ slugs }: { slugs: string[] }) {
  const router = useRouter();
  const hasSession = useHasSession();
  const { me } = useMe();
  const isSaving = useIsMutating({ mutationKey: ['follow'] }) > 0;
  const made = fingerprint(slugs);
  const now = me.user ? fingerprint(me.followedTopics) : null;

  const hadSession = useRef(false);

  useEffect(() => {
    // While the page becomes interactive there is no session yet: that is not its end.
    const hasEnded = hadSession.current && !hasSession;
    hadSession.current = hasSession;
    if (hasEnded || (!isSaving && now !== null && now !== made)) router.refresh();
  }, [hasSession, isSaving, now, made, router]);
  return null;
}

const fingerprint = (slugs: string[]) => slugs.toSorted().join(' ');
