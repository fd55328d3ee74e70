'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showMarks } from '@/features/me/marks.ts';
import type { MeDto } from '@/features/me/me.dto.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { useHasSession } from '@/features/me/use-has-session.ts';
import { send } from '@/lib/api-client.ts';

/**
 * How long a page has to be on screen, at a stretch, to be read. Longer than it takes to leave a page
 * opened by mistake; and not a scroll, which those who skim past make too and a short article does not need.
 */
const LOOK_MS = 5_000;

/**
 * Notes that a reader with a session has read the article once it was really on screen: neither in a tab
 * in the background nor in a page made ready beforehand, which are hidden. Visitors ask nothing, and a
 * reader who keeps no history tells nothing.
 */
export function ReadIsland({ slug }: { slug: string }) {
  const hasSession = useHasSession();
  const client = useQueryClient();
  useEffect(() => {
    if (!hasSession) return;
    let isNoted = false;
    let look: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      isNoted = true;
      if (client.getQueryData<MeDto>(meKey)?.keepsHistory === false) return;
      send('PUT', `/api/reads/${slug}`).then(
        () => {
          const read = { slugs: [slug], isRead: true, changedSinceRead: false };
          showMarks(client, read);
          tellOtherTabs(read);
        },
        // Not having been told is harmless: the article is not marked as read, as before.
        () => undefined,
      );
    };
    const watch = () => {
      clearTimeout(look);
      if (!isNoted && document.visibilityState === 'visible') look = setTimeout(note, LOOK_MS);
    };
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => {
      clearTimeout(look);
      document.removeEventListener('visibilitychange', watch);
    };
  }, [hasSession, slug, client]);
  return null;
}
