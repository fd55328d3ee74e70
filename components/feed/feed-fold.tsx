import type { ReactNode } from 'react';
import { ArrowIcon } from '@/components/ui/icons.tsx';
import styles from './feed-fold.module.css';

export interface FeedFoldProps {
  count: number;
  /** What all of them are about, or who wrote them. */
  topicName: string;
  isAuthor: boolean;
  /** How many of them are new to the reader. */
  newCount: number;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** The cards, in an `ArticleList`. */
  children: ReactNode;
}

/** "4 more on Federal election, 2 new": articles of a feed folded away, opened in place, without JavaScript too. */
export function FeedFold(props: FeedFoldProps) {
  const { count, topicName, isAuthor, newCount, isOpen, onToggle, children } = props;
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) onToggle(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <span>
          {count} more {isAuthor ? 'by' : 'on'} <span className={styles.name}>{topicName}</span>
          {newCount > 0 ? <span className={styles.new}>, {newCount} new</span> : null}
        </span>
        <span className={styles.arrow}>
          <ArrowIcon size={12} />
        </span>
      </summary>
      <div className={styles.cards}>{children}</div>
    </details>
  );
}
