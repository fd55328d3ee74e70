import type { ReactNode } from 'react';
import styles from './article-list.module.css';

export interface ArticleListProps {
  /** `ArticleListItem`s, with a `NewDivider` between them where it belongs. */
  children: ReactNode;
  /** Names the list for screen readers where no heading does. */
  label?: string;
  /** Tighter, for rails of compact cards. */
  isTight?: boolean;
}

/** A river of cards, parted by hairlines. */
export function ArticleList({ children, label, isTight = false }: ArticleListProps) {
  return (
    <ul className={isTight ? styles.tight : styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

/** One place in the river. */
export function ArticleListItem({ children }: { children: ReactNode }) {
  return <li className={styles.item}>{children}</li>;
}
