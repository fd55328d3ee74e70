'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { EndMark } from '@/components/feed/end-mark.tsx';
import { FeedSkeleton } from '@/components/feed/feed-skeleton.tsx';
import { NewDivider } from '@/components/feed/new-divider.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import { keepGuestSeen, mendGuest } from '@/features/me/guest-keeping.ts';
import { useGuest } from '@/features/me/use-guest.ts';
import { isOfTheDay } from '@/lib/time.ts';
import { EmptyFeed } from './empty-feed.tsx';
import type { FeedPreviewItemDto, FeedPreviewPageDto } from './feed-preview.dto.ts';
import { guestFeedQuery } from './feed-preview.queries.ts';
import { withoutRepeats } from './following-feed.tsx';
import { LoadMore } from './load-more.tsx';

/** The feed of a reader without an account, as a page shows it. */
export type GuestFeedState = ReturnType<typeof useGuestFeed>;

/**
 * The feed of what is followed in this browser, narrowed to one topic or whole, with what is new
 * since this reader's last visit. While another topic is followed or unfollowed it stays as it was.
 */
export function useGuestFeed(topic: string | null) {
  const guest = useGuest();
  const [seenBefore] = useState(guest.seenUpTo);
  const query = useInfiniteQuery({
    ...guestFeedQuery(guest.me.followedTopics, topic),
    placeholderData: keepPreviousData,
  });
  const first = query.data?.pages[0];
  useGuestSeen(query.isPlaceholderData ? undefined : first, topic === null);
  const items = withoutRepeats(query.data?.pages.flatMap((page) => page.items) ?? []);
  const isNew = (item: FeedPreviewItemDto) => seenBefore !== null && item.firstVisibleAt > seenBefore;
  return { ...query, items, isNew, first };
}

/** Keeps how far the feed was seen, once it is on screen, and what the slugs lead to now. */
function useGuestSeen(page: FeedPreviewPageDto | undefined, isWhole: boolean): void {
  useEffect(() => {
    if (!page) return;
    mendGuest(page.topics);
    const keepWhenVisible = () => {
      if (isWhole && document.visibilityState === 'visible') keepGuestSeen(page.seenUpTo);
    };
    keepWhenVisible();
    document.addEventListener('visibilitychange', keepWhenVisible);
    return () => document.removeEventListener('visibilitychange', keepWhenVisible);
  }, [page, isWhole]);
}

type GuestFeedProps = { feed: GuestFeedState; topic: { slug: string; name: string } | null };

/** The list of it: its place while it loads, each article with its reasons, and more on scrolling or by the button. */
export function GuestFeed({ feed, topic }: GuestFeedProps) {
  const { items, isNew, data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError } = feed;
  const [openedAt] = useState(Date.now);
  const list = useRef<HTMLDivElement>(null);
  const focusOnceThere = useFocusOnceThere();
  if (!data && error) return <Failed message={error.message} onRetry={() => void feed.refetch()} />;
  if (!data) return <FeedSkeleton />;
  if (items.length === 0) return <EmptyFeed topic={topic} unreadOnly={false} canBeMuted={false} />;

  const lastNew = items.findLastIndex(isNew);
  const showMore = (isKeyboard: boolean) => {
    void feed.fetchNextPage();
    const nextHeadline = () =>
      list.current?.querySelectorAll('article')[items.length]?.querySelector<HTMLElement>('h2 a');
    if (isKeyboard) focusOnceThere(nextHeadline);
  };
  return (
    <div ref={list}>
      <ArticleList label="Your feed">
        {items.map((item, index) => (
          <Fragment key={item.slug}>
            <ArticleListItem>
              <ArticleCard
                article={item}
                variant="river"
                headingLevel={2}
                reasons={item.reasons}
                isNew={isNew(item)}
                withClock={isOfTheDay(item.publishedAt, openedAt)}
                isPriority={index === 0}
              />
            </ArticleListItem>
            {index === lastNew && index < items.length - 1 ? <NewDivider /> : null}
          </Fragment>
        ))}
      </ArticleList>
      {isFetchNextPageError ? (
        <Notice tone="error" title="The next articles could not be loaded">
          {error?.message}
        </Notice>
      ) : null}
      {hasNextPage ? (
        <LoadMore
          href="/following"
          isLoading={isFetchingNextPage}
          hasFailed={isFetchNextPageError}
          onMore={showMore}
        />
      ) : (
        <EndMark>
          <SiteLink href="/topics">Follow more topics</SiteLink>
        </EndMark>
      )}
    </div>
  );
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Notice
      tone="error"
      title="Your feed could not be loaded"
      actions={
        <Button variant="outline" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {message}
    </Notice>
  );
}
