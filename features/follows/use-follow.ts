'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { feedKey } from '@/features/feed/feed.queries.ts';
import type { MeDto } from '@/features/me/me.dto.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { followsKey, sendFollow } from './follows.queries.ts';

/**
 * Follows or unfollows one topic. The screen changes at once; wishes for one topic are sent in the
 * order they were made, so that quick repeated taps end in the last one. When one fails, what the
 * server has is shown again and `onError` gets the reason.
 */
export function useFollow(slug: string, onError: (error: Error, isWanted: boolean) => void) {
  const client = useQueryClient();
  const mutationKey = ['follow', slug];

  const show = (isFollowed: boolean) =>
    client.setQueryData<MeDto>(meKey, (me) => {
      if (!me) return me;
      const others = me.followedTopics.filter((followed) => followed !== slug);
      return { ...me, followedTopics: isFollowed ? [...others, slug] : others };
    });

  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `follow:${slug}` },
    mutationFn: (isWanted: boolean) => sendFollow(slug, isWanted),
    onMutate: async (isWanted) => {
      await client.cancelQueries({ queryKey: meKey });
      show(isWanted);
    },
    onError: (error, isWanted) => {
      // A later wish is on its way: the screen already shows it.
      if (client.isMutating({ mutationKey }) === 1) show(!isWanted);
      onError(error, isWanted);
    },
    onSettled: async () => {
      if (client.isMutating({ mutationKey: ['follow'] }) > 1) return;
      tellOtherTabs('follows');
      await Promise.all(
        [meKey, followsKey, feedKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
  return mutate;
}
