import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  title: string;
  /** Given when the focus is sent to the title, because what had it is gone. */
  titleId?: string;
  /** What will be here, and how to bring it about. */
  children?: ReactNode;
  actions?: ReactNode;
  /** 1 where it is the whole page (404, errors), else 2. */
  headingLevel?: 1 | 2;
}

/** Nothing to show yet, said well. Also the look of 404 and error pages. */
export function EmptyState({ title, titleId, children, actions, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={styles.empty}>
      <span className={styles.globe} aria-hidden="true" />
      <Heading className={styles.title} id={titleId} tabIndex={titleId ? -1 : undefined}>
        {title}
      </Heading>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
