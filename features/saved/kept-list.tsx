'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import { RemoveButton, removeButtonId } from './remove-button.tsx';
import type { KeptItemDto, KeptPageDto } from './saved.dto.ts';
import { type KeptList as KeptListName, keptQuery, keptSearch } from './saved.queries.ts';

const EMPTY_ID = 'kept-nothing';

/** What the way to the next page needs to know. */
type More = {
  href: string;
  isLoading: boolean;
  hasFailed: boolean;
  onMore: (isKeyboard: boolean) => void;
};

type KeptListProps = {
  list: KeptListName;
  /** Names the list for screen readers. */
  label: string;
  q: string;
  firstPage: KeptPageDto;
  /** What is said, and may be done, where there is nothing. */
  empty: { title: string; children?: ReactNode; actions?: ReactNode };
  /** When the article was kept, in words. */
  renderNote: (item: KeptItemDto) => ReactNode;
  /** What else can be done with an article, before taking it out. */
  renderActions?: (item: KeptItemDto) => ReactNode;
  renderMore: (more: More) => ReactNode;
};

/** Articles a reader has kept, the last first; each can be taken out, with an Undo that puts it back in its place. */
export function KeptList(props: KeptListProps) {
  const { list, q, firstPage } = props;
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useInfiniteQuery(keptQuery(list, q, firstPage));
  const place = useRef<HTMLDivElement>(null);
  const focusOnceThere = useFocusOnceThere();
  const pages = data?.pages ?? [firstPage];
  const items = onceEach(pages.flatMap((page) => page.items)).filter((item) =>
    list === 'saved' ? item.isSaved : item.isRead,
  );

  /** The row goes, so the focus goes on: to the next row, the one before, or what is there without rows. */
  const leave = (slug: string) => {
    const index = items.findIndex((item) => item.slug === slug);
    const neighbour = items[index + 1] ?? items[index - 1];
    const id = neighbour ? removeButtonId(neighbour.slug) : EMPTY_ID;
    focusOnceThere(() => document.getElementById(id) ?? place.current?.querySelector<HTMLElement>('h2 a'));
  };
  const showMore = (isKeyboard: boolean) => {
    void fetchNextPage();
    // By keyboard one goes on reading where the list ended, not behind all that has come.
    const nextHeadline = () =>
      place.current?.querySelectorAll('article')[items.length]?.querySelector<HTMLElement>('h2 a');
    if (isKeyboard) focusOnceThere(nextHeadline);
  };

  return (
    <div ref={place}>
      {items.length === 0 && !hasNextPage ? <EmptyState {...props.empty} titleId={EMPTY_ID} /> : null}
      <ArticleList label={props.label}>
        {items.map((item, index) => (
          <ArticleListItem key={item.slug}>
            <ArticleCard
              article={item}
              variant="river"
              headingLevel={2}
              // In a history all have been read: it is the list of what was, not of what is left.
              isRead={list === 'saved' && item.isRead}
              changedSinceRead={item.isRead && item.changedSinceRead}
              note={props.renderNote(item)}
              actions={
                <>
                  {props.renderActions?.(item)}
                  <RemoveButton
                    list={list}
                    item={item}
                    q={q}
                    onLeave={leave}
                    onBack={() => focusOnceThere(() => document.getElementById(removeButtonId(item.slug)))}
                  />
                </>
              }
              isPriority={index === 0}
            />
          </ArticleListItem>
        ))}
      </ArticleList>
      {isFetchNextPageError ? (
        <Notice tone="error" title="The next articles could not be loaded">
          {error?.message}
        </Notice>
      ) : null}
      {hasNextPage
        ? props.renderMore({
            href: keptSearch(q, pages.at(-1)?.nextCursor ?? null),
            isLoading: isFetchingNextPage,
            hasFailed: isFetchNextPageError,
            onMore: showMore,
          })
        : null}
    </div>
  );
}

/** An article kept anew between two pages may come in both; it is shown where it came first. */
function onceEach(items: KeptItemDto[]): KeptItemDto[] {
  return [...new Map(items.toReversed().map((item) => [item.slug, item])).values()].toReversed();
}
