'use client';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { showMessage } from '@/components/ui/messages.ts';
import { feedKey } from '@/features/feed/feed.queries.ts';
import type { MeDto } from '@/features/me/me.dto.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import type { MuteDto } from './mutes.dto.ts';
import { mutesKey, sendMute } from './mutes.queries.ts';

type MutedTopic = Pick<MuteDto, 'slug' | 'name' | 'kind'>;

/**
 * Mutes or unmutes one topic, and says so with an Undo. The screen changes at once; wishes for one
 * topic are sent one at a time, and those that a later one has overtaken are not sent. When one
 * fails, what the server has is shown again, with the reason.
 */
export function useMute(topic: MutedTopic): (isWanted: boolean) => void {
  const client = useQueryClient();
  const mutationKey = ['mute', topic.slug];
  const about = `mute:${topic.slug}`;
  const isLastWish = () => client.isMutating({ mutationKey }) === 1;

  const { mutate } = useMutation({
    mutationKey,
    scope: { id: about },
    mutationFn: async (isWanted: boolean) => {
      if (isLastWish()) await sendMute(topic.slug, isWanted);
    },
    onMutate: async (isWanted) => {
      // What is on its way was asked before this wish, and would show the time before it.
      await Promise.all([meKey, mutesKey].map((queryKey) => client.cancelQueries({ queryKey })));
      show(client, topic, isWanted);
    },
    onError: (error, isWanted) => {
      if (isLastWish()) show(client, topic, !isWanted);
      const what = isWanted ? 'Could not mute' : 'Could not unmute';
      showMessage(`${what} ${topic.name}. ${error.message}`, undefined, about);
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['mute'] }) !== 1) return;
      tellOtherTabs('mutes');
      for (const queryKey of [meKey, mutesKey, feedKey]) void client.invalidateQueries({ queryKey });
    },
  });
  return (isWanted) => {
    mutate(isWanted);
    const said = isWanted
      ? `You mute ${topic.name}: its articles are hidden.`
      : `You no longer mute ${topic.name}.`;
    showMessage(said, { label: 'Undo', onPress: () => mutate(!isWanted) }, about);
  };
}

/** Shows the wish wherever mutes are shown. */
function show(client: QueryClient, topic: MutedTopic, isMuted: boolean): void {
  client.setQueryData<MeDto>(meKey, (me) => {
    if (!me) return me;
    const others = me.mutedTopics.filter((slug) => slug !== topic.slug);
    return { ...me, mutedTopics: isMuted ? [...others, topic.slug] : others };
  });
  client.setQueryData<{ mutes: MuteDto[] }>(mutesKey, (old) => {
    if (!old) return old;
    const others = old.mutes.filter(({ slug }) => slug !== topic.slug);
    const added = { ...topic, mutedAt: new Date().toISOString() };
    const mutes = isMuted ? [...others, added] : others;
    return { mutes: mutes.toSorted((a, b) => a.name.localeCompare(b.name)) };
  });
}
