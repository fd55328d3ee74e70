'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { EndMark } from '@/components/feed/end-mark.tsx';
import { NewDivider } from '@/components/feed/new-divider.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import { EmptyFeed } from './empty-feed.tsx';
import type { FeedItemDto, FeedPageDto } from './feed.dto.ts';
import { feedQuery, feedSearch } from './feed.queries.ts';
import { LoadMore } from './load-more.tsx';
import { rememberTopic } from './neighbours.queries.ts';
import { useSeen } from './use-seen.ts';

type FollowingFeedProps = {
  /** The one topic or author shown, if the reader has narrowed the feed to one. */
  topic: { slug: string; name: string } | null;
  unreadOnly: boolean;
  /** True when articles there are on what is followed can be missing only because they are muted. */
  canBeMuted: boolean;
  firstPage: FeedPageDto;
  /** Says why an article is there, and lets the reader act on it. */
  renderWhy: (item: FeedItemDto) => ReactNode;
  /** What can be done with an article: saving it, marking it as read. */
  renderActions: (item: FeedItemDto) => ReactNode;
};

/** The reader's feed: the first page as the server rendered it, more on scrolling or by the button. */
export function FollowingFeed(props: FollowingFeedProps) {
  const { topic, unreadOnly, canBeMuted, firstPage, renderWhy, renderActions } = props;
  const filter = { topic: topic?.slug ?? null, unreadOnly };
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useInfiniteQuery(feedQuery(filter, firstPage));
  const list = useRef<HTMLDivElement>(null);
  const focusOnceThere = useFocusOnceThere();
  // One topic does not show all that is new, so only the whole feed counts as seen.
  useSeen(topic === null ? firstPage.seenUpTo : null);
  useEffect(() => rememberTopic(topic?.slug ?? null), [topic?.slug]);
  const pages = data?.pages ?? [firstPage];
  const items = withoutRepeats(pages.flatMap((page) => page.items));
  const lastNew = items.findLastIndex((item) => item.isNew);

  // Where looking stopped at its bound there may be articles further down: the list goes on.
  if (items.length === 0 && !hasNextPage)
    return <EmptyFeed topic={topic} unreadOnly={unreadOnly} canBeMuted={canBeMuted} />;
  const showMore = (isKeyboard: boolean) => {
    void fetchNextPage();
    // By keyboard one goes on reading where the list ended, not behind all that has come.
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
                why={renderWhy(item)}
                // What has been read is news no more, whenever it came.
                isNew={item.isNew && !item.isRead}
                isRead={item.isRead}
                changedSinceRead={item.changedSinceRead}
                actions={renderActions(item)}
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
          href={`/following${feedSearch(filter, pages.at(-1)?.nextCursor ?? null)}`}
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

/** An article re-dated between two pages may come in both; it is shown where it came first. */
export function withoutRepeats<Item extends { slug: string }>(items: Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.slug, item])).values()].toReversed();
}
