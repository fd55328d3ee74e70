'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { sendSnooze } from '@/features/snoozes/snoozes.queries.ts';
import { followsKey } from './follows.queries.ts';

/** A follow that is made anew is awake: one that was snoozed is snoozed again, once it is made. */
export function useSnoozeAgain(slug: string): (until: string) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: ['snooze', slug],
    scope: { id: `follow:${slug}` },
    mutationFn: (until: string) => sendSnooze(slug, { until }),
    onSettled: () =>
      Promise.all([meKey, followsKey, feedKey].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return mutate;
}
