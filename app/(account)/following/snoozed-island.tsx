'use client';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { SnoozeButton } from '@/features/snoozes/snooze-button.tsx';
import { formatDay } from '@/lib/time.ts';

type SnoozedProps = { topic: Pick<FollowDto, 'slug' | 'name' | 'kind' | 'snoozedUntil'> | null };

/** In place of a feed that is empty because the topic shown, or without one all that is followed, is snoozed. */
export function Snoozed({ topic }: SnoozedProps) {
  if (!topic?.snoozedUntil) {
    return (
      <EmptyState title="All you follow is snoozed">
        <p>Each topic comes back by itself on its day.</p>
        <p>
          <SiteLink href="/following/manage">See until when, and wake what you miss</SiteLink>
        </p>
      </EmptyState>
    );
  }
  const isAuthor = topic.kind === 'author';
  return (
    <EmptyState
      title={`${topic.name} is snoozed until ${formatDay(topic.snoozedUntil)}`}
      actions={<SnoozeButton topic={topic} variant="outline" />}
    >
      <p>Until then it brings nothing here, and then it comes back by itself.</p>
      <p>
        <SiteLink href={`/${isAuthor ? 'author' : 'topic'}/${topic.slug}`}>
          All articles {isAuthor ? 'by' : 'on'} {topic.name}
        </SiteLink>
      </p>
    </EmptyState>
  );
}
