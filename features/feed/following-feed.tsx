'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ArrivalsPill } from '@/components/feed/arrivals-pill.tsx';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { EndMark } from '@/components/feed/end-mark.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import { isOfTheDay } from '@/lib/time.ts';
import { EmptyFeed } from './empty-feed.tsx';
import type { FeedCard, FeedCards } from './feed.dto.ts';
import { feedQuery, feedSearch } from './feed.queries.ts';
import { FeedEntries } from './feed-entries.tsx';
import { FoldChoice } from './fold-choice.tsx';
import { foldFeed, isFlooded, listEntries } from './folding.ts';
import { LoadMore } from './load-more.tsx';
import { rememberTopic } from './neighbours.queries.ts';
import { useArrivals } from './use-arrivals.ts';
import { useSeen } from './use-seen.ts';
import { useShowArrivals } from './use-show-arrivals.ts';

type FollowingFeedProps = {
  /** The one topic or author shown, if the reader has narrowed the feed to one. */
  topic: { slug: string; name: string } | null;
  unreadOnly: boolean;
  /** True when articles there are on what is followed can be missing only because they are muted. */
  canBeMuted: boolean;
  firstPage: FeedCards;
  /** When the server made the page, in milliseconds: what was published in the day before says at what time. */
  madeAt: number;
  /** False where the first page is one further down, reached by its link. */
  isNewest: boolean;
  /** Whether the reader has long runs on one topic folded; null where there is nothing to fold against. */
  folding: boolean | null;
  /** Says why an article is there, and lets the reader act on it. */
  renderWhy: (item: FeedCard) => ReactNode;
  /** What can be done with an article: saving it, marking it as read. */
  renderActions: (item: FeedCard) => ReactNode;
  /** What stands below the end of the feed. */
  afterEnd: ReactNode;
};

/** The reader's feed: the first page as the server rendered it, more on scrolling or by the button. */
export function FollowingFeed(props: FollowingFeedProps) {
  const { topic, unreadOnly, canBeMuted, firstPage, isNewest } = props;
  // What the reader has chosen here, until the page is made anew.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const folds = props.folding === null ? null : (chosen ?? props.folding);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const filter = { topic: topic?.slug ?? null, unreadOnly };
  const { data, dataUpdatedAt, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useInfiniteQuery(feedQuery(filter, firstPage));
  const list = useRef<HTMLDivElement>(null);
  const focusOnceThere = useFocusOnceThere();
  useEffect(() => rememberTopic(topic?.slug ?? null), [topic?.slug]);
  const pages = data?.pages ?? [firstPage];
  const mark = isNewest ? (pages[0] ?? firstPage).seenUpTo : null;
  // One topic does not show all that is new, so only the whole feed counts as seen.
  useSeen(topic === null ? mark : null);
  const items = withoutRepeats(pages.flatMap((page) => page.items));
  const entries = folds ? foldFeed(items) : listEntries(items);

  const [said, setSaid] = useState('');
  const showArrivals = useShowArrivals(filter, (slugs) => {
    setSaid(
      slugs.length === 1 ? '1 new story is in the list.' : `${slugs.length} new stories are in the list.`,
    );
    // The pill had the focus, and goes. What came is where the reader goes on.
    const link = slugs[0] ? `article:has(h2 a[href="/article/${slugs[0]}"])` : 'article';
    focusOnceThere(() => inView(list.current?.querySelector(link)));
  });
  const pill = (
    <ArrivalsPill
      count={useArrivals(mark, filter, dataUpdatedAt)}
      isLoading={showArrivals.isPending}
      said={said}
      onPress={() => showArrivals.isPending || showArrivals.mutate()}
    />
  );

  // Where looking stopped at its bound there may be articles further down: the list goes on.
  if (items.length === 0 && !hasNextPage) {
    return (
      <div ref={list}>
        {pill}
        <EmptyFeed topic={topic} unreadOnly={unreadOnly} canBeMuted={canBeMuted} />
      </div>
    );
  }
  const showMore = (isKeyboard: boolean) => {
    void fetchNextPage();
    // By keyboard one goes on reading where the list ended, not behind all that has come.
    const next = () => inView(list.current?.querySelectorAll('article')[items.length]);
    if (isKeyboard) focusOnceThere(next);
  };
  const renderCard = (item: FeedCard) => (
    <ArticleCard
      article={item}
      variant="river"
      headingLevel={2}
      why={props.renderWhy(item)}
      // What has been read is news no more, whenever it came.
      isNew={item.isNew && !item.isRead}
      isRead={item.isRead}
      changedSinceRead={item.changedSinceRead}
      withClock={isOfTheDay(item.publishedAt, props.madeAt)}
      actions={props.renderActions(item)}
      isPriority={item === items[0]}
    />
  );
  return (
    <div ref={list}>
      {pill}
      {folds === null || (folds && !entries.some((entry) => entry.kind === 'fold')) ? null : (
        <FoldChoice folds={folds} onChange={setChosen} />
      )}
      <FeedEntries entries={entries} opened={opened} onOpen={setOpened} renderCard={renderCard} />
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
          isByHand={isFlooded(entries, opened)}
          onMore={showMore}
        />
      ) : (
        <>
          <EndMark>
            <SiteLink href="/topics">Follow more topics</SiteLink>
          </EndMark>
          {props.afterEnd}
        </>
      )}
    </div>
  );
}

/** An article re-dated between two pages may come in both; it is shown where it came first. */
export function withoutRepeats<Item extends { slug: string }>(items: Item[]): Item[] {
  const slugs = new Set<string>();
  return items.filter(({ slug }) => !slugs.has(slug) && slugs.add(slug));
}

/** An article's headline, or, where it is folded away, what opens the fold. */
function inView(article: Element | null | undefined): HTMLElement | null | undefined {
  const fold = article?.closest('details:not([open])');
  return fold ? fold.querySelector('summary') : article?.querySelector<HTMLElement>('h2 a');
}
