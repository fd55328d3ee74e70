'use client';
import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { useHasSession } from '@/features/me/use-has-session.ts';
import { useMe } from '@/features/me/use-me.ts';
import { followsFingerprint } from './follows-fingerprint.ts';

/**
 * Has the server make the page anew when what is followed, snoozed or muted is no longer what it was made
 * with, here, in another tab or because a snooze has ended, and when the session has ended elsewhere.
 * `madeWith` is the fingerprint of what the server knew.
 */
export function RefreshOnChange({ madeWith }: { madeWith: string }) {
  const router = useRouter();
  const client = useQueryClient();
  const hasSession = useHasSession();
  const { me } = useMe();
  const isFollowing = useIsMutating({ mutationKey: ['follow'] }) > 0;
  const isMuting = useIsMutating({ mutationKey: ['mute'] }) > 0;
  const isSnoozing = useIsMutating({ mutationKey: ['snooze'] }) > 0;
  const isSaving = isFollowing || isMuting || isSnoozing;
  const { followedTopics: followed, snoozedTopics: snoozed, mutedTopics: muted } = me;
  const now = me.user ? followsFingerprint({ followed, snoozed, muted }) : null;

  const hadSession = useRef(false);

  useEffect(() => {
    // While the page becomes interactive there is no session yet: that is not its end.
    const hasEnded = hadSession.current && !hasSession;
    hadSession.current = hasSession;
    const isOther = !isSaving && now !== null && now !== madeWith;
    if (hasEnded || isOther) router.refresh();
    // The feed keeps the page it began with: merged topics would go on to be its reasons.
    if (isOther) void client.invalidateQueries({ queryKey: feedKey });
  }, [hasSession, isSaving, now, madeWith, router, client]);
  return null;
}
