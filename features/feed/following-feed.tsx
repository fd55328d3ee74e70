'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useRef } from 'react';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { EndMark } from '@/components/feed/end-mark.tsx';
import { NewDivider } from '@/components/feed/new-divider.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import type { FeedItemDto, FeedPageDto } from './feed.dto.ts';
import { feedQuery } from './feed.queries.ts';
import { LoadMore } from './load-more.tsx';
import { useSeen } from './use-seen.ts';

type FollowingFeedProps = {
  /** The one topic or author shown, if the reader has narrowed the feed to one. */
  topic: { slug: string; name: string } | null;
  firstPage: FeedPageDto;
};

/** The reader's feed: the first page as the server rendered it, more on scrolling or by the button. */
export function FollowingFeed({ topic, firstPage }: FollowingFeedProps) {
  const slug = topic?.slug ?? null;
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useInfiniteQuery(feedQuery(slug, firstPage));
  const list = useRef<HTMLDivElement>(null);
  const focusOnceThere = useFocusOnceThere();
  // One topic does not show all that is new, so only the whole feed counts as seen.
  useSeen(topic === null ? firstPage.seenUpTo : null);
  const pages = data?.pages ?? [firstPage];
  const items = withoutRepeats(pages.flatMap((page) => page.items));
  const lastNew = items.findLastIndex((item) => item.isNew);

  if (items.length === 0) {
    return (
      <EmptyState title={`Nothing published yet on ${topic?.name ?? 'what you follow'}`}>
        <p>The first article will be here as soon as it is out. You can follow more topics meanwhile.</p>
        <p>
          <SiteLink href="/topics">All topics</SiteLink>
        </p>
      </EmptyState>
    );
  }
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
                reasons={item.reasons}
                isNew={item.isNew}
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
          href={olderHref(slug, pages.at(-1)?.nextCursor ?? null)}
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

/** Where older articles are without JavaScript. */
function olderHref(topic: string | null, cursor: string | null): string {
  return `/following?${new URLSearchParams({ ...(topic && { topic }), ...(cursor && { cursor }) })}`;
}

/** An article re-dated between two pages may come in both; it is shown where it came first. */
function withoutRepeats(items: FeedItemDto[]): FeedItemDto[] {
  return [...new Map(items.toReversed().map((item) => [item.slug, item])).values()].toReversed();
}
