'use client';
import type { ComponentProps } from 'react';
import { FollowingFeed } from '@/features/feed/following-feed.tsx';
import { ReadButton } from '@/features/reads/read-button.tsx';
import { SaveButton } from '@/features/saved/save-button.tsx';
import { Suggestions } from './suggestions-island.tsx';
import { WhyShown } from './why-shown-island.tsx';

type Props = Omit<ComponentProps<typeof FollowingFeed>, 'renderWhy' | 'renderActions' | 'afterEnd'> & {
  /** The page it stands on, to go back to without JavaScript. */
  here: string;
  keepsHistory: boolean;
};

/**
 * The reader's feed. Why an article is in it can be asked, and acted on, at each; each can be saved and,
 * where a history is kept, marked as read. At its end stands what else could be followed.
 */
export function Feed({ here, keepsHistory, ...props }: Props) {
  return (
    <FollowingFeed
      {...props}
      renderWhy={(item) => <WhyShown article={item} />}
      renderActions={({ slug, headline, isSaved, isRead }) => (
        <>
          <SaveButton slug={slug} headline={headline} isSaved={isSaved} returnTo={here} />
          {keepsHistory ? (
            <ReadButton slug={slug} headline={headline} isRead={isRead} returnTo={here} />
          ) : null}
        </>
      )}
      afterEnd={props.topic ? null : <Suggestions />}
    />
  );
}
