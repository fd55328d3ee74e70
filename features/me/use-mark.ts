'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptKey } from '@/features/saved/saved.queries.ts';
import { send } from '@/lib/api-client.ts';
import { showMarks } from './marks.ts';
import { meKey } from './me.queries.ts';
import { sendWish } from './send-wish.ts';
import { tellOtherTabs } from './tabs.ts';

const PATHS = { isSaved: '/api/saved/', isRead: '/api/reads/' } as const;

/** The whole wish, never a toggle. `at` is when it was saved or read before, for an Undo. */
type Wish = { isWanted: boolean; at?: string };

/**
 * Marks one article as saved or as read, or takes the mark away. The screen changes at once; wishes for
 * one article are sent one at a time, and those that a later one has overtaken are not sent. When one
 * fails, what the server has is shown again and `onError` gets the reason. `wished` is what was wished for
 * and not answered yet.
 */
export function useMark(
  mark: keyof typeof PATHS,
  slug: string,
  onError: (error: Error, isWanted: boolean) => void,
): { setMark: (wish: Wish) => void; wished: boolean | undefined } {
  const client = useQueryClient();
  const [wished, setWished] = useState<boolean>();
  const mutationKey = ['mark', mark, slug];
  const isLastWish = () => client.isMutating({ mutationKey }) === 1;
  const marks = ({ isWanted, at }: Wish) => ({
    slugs: [slug],
    [mark]: isWanted,
    // What is read now is read as it is now.
    ...(mark === 'isRead' && !at && { changedSinceRead: false }),
  });

  const options = {
    mutationKey,
    scope: { id: `${mark}:${slug}` },
    mutationFn: async ({ isWanted, at }: Wish) => {
      if (!isLastWish()) return;
      const query = at ? `?${new URLSearchParams({ at })}` : '';
      await send(isWanted ? 'PUT' : 'DELETE', `${PATHS[mark]}${slug}${isWanted ? query : ''}`);
    },
    onMutate: async (wish: Wish) => {
      // What is on its way was asked before this wish, and would show the time before it.
      await Promise.all([meKey, keptKey].map((queryKey) => client.cancelQueries({ queryKey })));
      showMarks(client, marks(wish));
    },
    onError: (error: Error, { isWanted }: Wish) => {
      if (isLastWish()) showMarks(client, { slugs: [slug], [mark]: !isWanted });
      onError(error, isWanted);
    },
    onSettled: (_done: unknown, error: Error | null, wish: Wish) => {
      if (!isLastWish()) return;
      if (!error) tellOtherTabs(marks(wish));
      void client.invalidateQueries({ queryKey: meKey });
      // The list on screen has it already, in its place, unless it was asked for between a removal and its
      // Undo; one that is opened later asks again.
      void client.invalidateQueries({ queryKey: keptKey, refetchType: wish.at ? 'active' : 'none' });
    },
  };
  const setMark = async (wish: Wish) => {
    setWished(wish.isWanted);
    await sendWish(client, options, wish);
    // Another wish for it is on its way otherwise.
    if (client.isMutating({ mutationKey }) === 0) setWished(undefined);
  };
  return { setMark: (wish) => void setMark(wish), wished };
}
