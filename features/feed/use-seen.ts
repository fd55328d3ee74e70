'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MeDto } from '@/features/me/me.dto.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { sendSeen } from './feed.queries.ts';

/**
 * Tells the server that the reader has seen the feed up to `seenUpTo`, once it is really on screen
 * (a tab opened in the background has not been seen). Null tells nothing.
 */
export function useSeen(seenUpTo: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (seenUpTo === null) return;
    let isSent = false;
    const sendWhenVisible = async () => {
      if (isSent || document.visibilityState !== 'visible') return;
      isSent = true;
      try {
        await sendSeen(seenUpTo);
        // A count that is on its way may have been made before: it is waited for, not asked for again.
        await client
          .getQueryCache()
          .find({ queryKey: meKey })
          ?.promise?.catch(() => undefined);
        client.setQueryData<MeDto>(meKey, (me) => me && { ...me, newCount: 0 });
        tellOtherTabs('seen');
      } catch {
        // Not having been told is harmless: the articles stay new, and the next visit tells again.
        isSent = false;
      }
    };
    void sendWhenVisible();
    document.addEventListener('visibilitychange', sendWhenVisible);
    return () => document.removeEventListener('visibilitychange', sendWhenVisible);
  }, [seenUpTo, client]);
}
