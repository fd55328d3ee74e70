'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { FollowsManager } from '@/features/follows/follows-manager.tsx';
import { MuteButton } from '@/features/mutes/mute-button.tsx';
import { MutedList } from '@/features/mutes/muted-list.tsx';
import type { MuteDto } from '@/features/mutes/mutes.dto.ts';
import { mutesQuery } from '@/features/mutes/mutes.queries.ts';
import { SnoozeButton } from '@/features/snoozes/snooze-button.tsx';
import { sentWithPage } from '@/lib/sent-data.ts';

type ManageProps = { follows: FollowDto[]; mutes: MuteDto[]; children: ReactNode };

/**
 * What is followed and what is muted, in step: a followed topic can be muted, and then stands in both
 * lists. Between them what else could be followed.
 */
export function Manage({ follows, mutes, children }: ManageProps) {
  const { data } = useQuery({ ...mutesQuery, initialData: { mutes }, ...sentWithPage(mutes) });
  const muted = new Set(data.mutes.map((mute) => mute.slug));
  return (
    <>
      <FollowsManager
        follows={follows}
        muted={muted}
        renderMute={({ slug, name, kind }) => (
          <MuteButton topic={{ slug, name, kind }} isMuted={muted.has(slug)} />
        )}
        renderSnooze={(follow) => <SnoozeButton topic={follow} />}
      />
      {children}
      <MutedList mutes={data.mutes} />
    </>
  );
}
