'use client';
import { type ComponentProps, useMemo } from 'react';
import { MarkForm } from '@/components/feed/mark-form.tsx';
import type { FeedCards } from '@/features/feed/feed.dto.ts';
import { FollowingFeed } from '@/features/feed/following-feed.tsx';
import { ReadButton } from '@/features/reads/read-button.tsx';
import { SaveButton } from '@/features/saved/save-button.tsx';
import { Suggestions } from './suggestions-island.tsx';
import { WhyShown } from './why-shown-island.tsx';

type Given = ComponentProps<typeof FollowingFeed>;
type Props = Omit<Given, 'firstPage' | 'renderWhy' | 'renderActions' | 'afterEnd'> & {
  /** The page of the feed that is rendered with it (`FeedCards`), as JSON: React would look at each value of it twice. */
  firstPage: string;
  /** The page it stands on, to go back to without JavaScript. */
  here: string;
  keepsHistory: boolean;
};

/**
 * The reader's feed. Why an article is in it can be asked, and acted on, at each; each can be saved and,
 * where a history is kept, marked as read. At its end stands what else could be followed.
 */
export function Feed({ firstPage, here, keepsHistory, ...props }: Props) {
  const page = useMemo(() => JSON.parse(firstPage) as FeedCards, [firstPage]);
  return (
    <FollowingFeed
      {...props}
      firstPage={page}
      renderWhy={(item) => <WhyShown article={item} />}
      renderActions={({ slug, headline, isSaved, isRead }) => (
        <MarkForm article={slug} fields={{ returnTo: here }}>
          <SaveButton slug={slug} headline={headline} isSaved={isSaved} />
          {keepsHistory ? <ReadButton slug={slug} headline={headline} isRead={isRead} /> : null}
        </MarkForm>
      )}
      afterEnd={props.topic ? null : <Suggestions />}
    />
  );
}
