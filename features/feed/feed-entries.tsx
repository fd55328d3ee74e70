'use client';
import { Fragment, type ReactNode } from 'react';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { FeedFold } from '@/components/feed/feed-fold.tsx';
import { NewDivider } from '@/components/feed/new-divider.tsx';
import type { FeedCard } from './feed.dto.ts';
import { type FeedEntry, isOpen } from './folding.ts';

type Entry = FeedEntry<FeedCard>;

type FeedEntriesProps = {
  entries: Entry[];
  /** The slugs of articles in folds that are open. */
  opened: ReadonlySet<string>;
  onOpen: (opened: ReadonlySet<string>) => void;
  renderCard: (item: FeedCard) => ReactNode;
};

/** The feed's articles and folds, parted where what is new ends. */
export function FeedEntries({ entries, opened, onOpen, renderCard }: FeedEntriesProps) {
  const items = entries.flatMap(itemsOf);
  const lastNew = items.findLast((item) => item.isNew);
  const isParted = lastNew !== undefined && lastNew !== items.at(-1);
  const divider = (item: FeedCard | undefined) => (isParted && item === lastNew ? <NewDivider /> : null);

  const setOpen = (fold: FeedCard[], isWanted: boolean) => {
    const slugs = new Set(fold.map((item) => item.slug));
    const others = [...opened].filter((slug) => !slugs.has(slug));
    onOpen(new Set(isWanted ? [...others, ...slugs] : others));
  };
  return (
    <ArticleList label="Your feed">
      {entries.map((entry) => (
        <Fragment key={keyOf(entry)}>
          <ArticleListItem>
            {entry.kind === 'article' ? (
              renderCard(entry.item)
            ) : (
              <FeedFold
                count={entry.items.length}
                topicName={entry.topic.name}
                isAuthor={isBy(entry.topic, entry.items)}
                newCount={entry.items.filter((item) => item.isNew && !item.isRead).length}
                isOpen={isOpen(entry, opened)}
                onToggle={(isWanted) => setOpen(entry.items, isWanted)}
              >
                <ArticleList label={`More from ${entry.topic.name}`}>
                  {entry.items.map((item) => (
                    <Fragment key={item.slug}>
                      <ArticleListItem>{renderCard(item)}</ArticleListItem>
                      {/* After the last of them it stands below the fold. */}
                      {item === entry.items.at(-1) ? null : divider(item)}
                    </Fragment>
                  ))}
                </ArticleList>
              </FeedFold>
            )}
          </ArticleListItem>
          {divider(itemsOf(entry).at(-1))}
        </Fragment>
      ))}
    </ArticleList>
  );
}

const itemsOf = (entry: Entry) => (entry.kind === 'fold' ? entry.items : [entry.item]);
/** A fold grows at its end, so it is known by its beginning. */
const keyOf = (entry: Entry) => `${entry.kind}:${itemsOf(entry)[0]?.slug}`;
const isBy = (topic: { slug: string }, items: FeedCard[]) =>
  items.some((item) => item.authors.some((author) => author.slug === topic.slug));
