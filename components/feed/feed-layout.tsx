import type { ReactNode } from 'react';
import styles from './feed-layout.module.css';

export interface FeedLayoutProps {
  /** The feed itself, in one column. */
  children: ReactNode;
  /** Beside the feed on wide pages, after it on narrow ones: followed topics, suggestions, child topics. */
  aside?: ReactNode;
}

/** A feed with a rail. Inside a wide `Page`, under a `PageHeading`. */
export function FeedLayout({ children, aside }: FeedLayoutProps) {
  return (
    <div className={styles.layout}>
      <div className={styles.feed}>{children}</div>
      {aside ? <aside className={styles.aside}>{aside}</aside> : null}
    </div>
  );
}
