'use client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { feedKey } from '@/features/feed/feed.queries.ts';
import type { MeDto } from '@/features/me/me.dto.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { sendWish } from '@/features/me/send-wish.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { followsKey, sendFollow } from './follows.queries.ts';

/** Long enough that topics followed one after the other are looked up once, after the last. */
const SETTLE_MS = 500;

let settling: ReturnType<typeof setTimeout> | undefined;

/** Asks what came of all the wishes since the last time, here and in the reader's other tabs. */
function settleSoon(client: QueryClient): void {
  clearTimeout(settling);
  const settle = () => {
    tellOtherTabs('follows');
    for (const queryKey of [meKey, followsKey, feedKey]) void client.invalidateQueries({ queryKey });
  };
  // A wish made before it was known what is followed could not be shown: it waits for nothing more.
  settling = setTimeout(settle, client.getQueryData(meKey) ? SETTLE_MS : 0);
}

/**
 * Follows or unfollows one topic. The screen changes at once; wishes for one topic are sent one at a
 * time, and those that a later one has overtaken are not sent, so that quick repeated taps end in the
 * last one. When one fails, what the server has is shown again and `onError` gets the reason.
 */
export function useFollow(slug: string, onError: (error: Error, isWanted: boolean) => void) {
  const client = useQueryClient();
  const mutationKey = ['follow', slug];
  const isLastWish = () => client.isMutating({ mutationKey }) === 1;

  const show = (isFollowed: boolean) =>
    client.setQueryData<MeDto>(meKey, (me) => {
      if (!me) return me;
      const others = me.followedTopics.filter((followed) => followed !== slug);
      return { ...me, followedTopics: isFollowed ? [...others, slug] : others };
    });

  const options = {
    mutationKey,
    scope: { id: `follow:${slug}` },
    mutationFn: async (isWanted: boolean) => {
      if (isLastWish()) await sendFollow(slug, isWanted);
    },
    onMutate: async (isWanted: boolean) => {
      clearTimeout(settling);
      // What is on its way was asked before this wish, and would show the time before it.
      await Promise.all([meKey, followsKey].map((queryKey) => client.cancelQueries({ queryKey })));
      show(isWanted);
    },
    onError: (error: Error, isWanted: boolean) => {
      // A later wish is on its way: the screen already shows it.
      if (isLastWish()) show(!isWanted);
      onError(error, isWanted);
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['follow'] }) === 1) settleSoon(client);
    },
  };
  return (isWanted: boolean) => void sendWish(client, options, isWanted);
}
