'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import type { PreviewTopicDto } from '@/features/feed/feed-preview.dto.ts';
import { feedPreviewQuery } from '@/features/feed/feed-preview.queries.ts';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { useStayingFollows } from '@/features/follows/use-staying-follows.ts';
import { type GuestFollow, readGuest } from '@/features/me/guest.ts';
import { useGuest } from '@/features/me/use-guest.ts';
import { formatWholeDate } from '@/lib/time.ts';

/** All that is followed in this browser without an account, each to be unfollowed. */
export function GuestManager() {
  return useIsInteractive() ? <List /> : null;
}

function List() {
  const { follows } = useGuest();
  const shown = useStayingFollows(follows);
  // What was followed when the page was opened: a row that was unfollowed stays, and says what it said.
  const [asked] = useState(() => readGuest().me.followedTopics);
  const { data } = useQuery(feedPreviewQuery(asked));
  if (shown.length === 0) {
    return (
      <EmptyState
        title="You follow nothing yet"
        actions={
          <SiteLink className={buttonClass('solid')} href="/following">
            Choose topics
          </SiteLink>
        }
      />
    );
  }
  return (
    <TopicRows isSingle>
      {shown.map((follow) => (
        <Row
          key={follow.slug}
          follow={follow}
          place={data?.topics.find((each) => each.asked === follow.slug)}
          isKnown={data !== undefined}
        />
      ))}
    </TopicRows>
  );
}

type RowProps = { follow: GuestFollow; place: PreviewTopicDto | undefined; isKnown: boolean };

function Row({ follow, place, isKnown }: RowProps) {
  // A line is kept for it while it is not known.
  const unknown = isKnown ? 'No longer there.' : '\u00a0';
  return (
    <TopicRow
      slug={follow.slug}
      name={place?.name ?? follow.name}
      isAuthor={place?.kind === 'author'}
      description={place ? factsOf(place) : unknown}
      action={<FollowButton slug={follow.slug} topicName={follow.name} label="action" />}
    />
  );
}

function factsOf({ isRetired, latestArticleAt }: PreviewTopicDto): string {
  if (isRetired) return 'Retired: no new articles are filed under it.';
  return latestArticleAt ? `Newest article ${formatWholeDate(latestArticleAt)}` : 'No articles yet';
}
