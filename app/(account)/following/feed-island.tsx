'use client';
import type { ComponentProps } from 'react';
import { FollowingFeed } from '@/features/feed/following-feed.tsx';
import { Suggestions } from './suggestions-island.tsx';
import { WhyShown } from './why-shown-island.tsx';

type Props = Omit<ComponentProps<typeof FollowingFeed>, 'renderWhy' | 'afterEnd'>;

/** The reader's feed; why an article is in it can be asked, and acted on, at each. At its end, what else could be followed. */
export function Feed(props: Props) {
  return (
    <FollowingFeed
      {...props}
      renderWhy={(item) => <WhyShown article={item} />}
      afterEnd={props.topic ? null : <Suggestions />}
    />
  );
}
