'use client';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { showMessage } from '@/components/ui/messages.ts';
import { feedKey } from '@/features/feed/feed.queries.ts';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { followsKey } from '@/features/follows/follows.queries.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { formatDay } from '@/lib/time.ts';
import { type SnoozeWish, snoozeEnd } from './snooze-end.ts';
import { sendSnooze } from './snoozes.queries.ts';

/** `snoozedUntil` is how it stands: what waking can be undone to. */
type SnoozedTopic = { slug: string; name: string; snoozedUntil: string | null };

/**
 * Snoozes one follow, or wakes it (null), and says so with an Undo. The list of follows changes at
 * once; wishes about one topic are sent one at a time, follows included. When one fails, what the
 * server has is shown again, with the reason.
 */
export function useSnooze(topic: SnoozedTopic): (wish: SnoozeWish | null) => void {
  const client = useQueryClient();
  // As what is said of follows, of which only the last word counts.
  const about = `follow:${topic.slug}`;
  const { mutate } = useMutation({
    mutationKey: ['snooze', topic.slug],
    scope: { id: about },
    mutationFn: (wish: SnoozeWish | null) => sendSnooze(topic.slug, wish),
    onMutate: async (wish) => {
      // What is on its way was asked before this wish, and would show the time before it.
      await Promise.all([meKey, followsKey].map((queryKey) => client.cancelQueries({ queryKey })));
      show(client, topic.slug, wish && (snoozeEnd(wish, new Date())?.toISOString() ?? null));
    },
    onSuccess: (end) => {
      show(client, topic.slug, end);
      // It has been unfollowed since, or followed again, and that is said already.
      if (client.isMutating({ mutationKey: ['follow', topic.slug] }) > 0) return;
      const said = end ? `is snoozed until ${formatDay(end)}` : 'is back in Following';
      const before = end || !topic.snoozedUntil ? null : { until: topic.snoozedUntil };
      showMessage(`${topic.name} ${said}.`, { label: 'Undo', onPress: () => mutate(before) }, about);
    },
    onError: (error, wish) => {
      const what = wish ? 'Could not snooze' : 'Could not wake';
      showMessage(`${what} ${topic.name}. ${error.message}`, undefined, about);
    },
    onSettled: () => {
      tellOtherTabs('follows');
      for (const queryKey of [meKey, followsKey, feedKey]) void client.invalidateQueries({ queryKey });
    },
  });
  return mutate;
}

/** Shows the wish where follows are listed. */
function show(client: QueryClient, slug: string, snoozedUntil: string | null): void {
  client.setQueryData<{ follows: FollowDto[] }>(followsKey, (old) => {
    const follows = old?.follows.map((follow) =>
      follow.slug === slug ? { ...follow, snoozedUntil } : follow,
    );
    return follows && { follows };
  });
}
