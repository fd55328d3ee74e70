import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './topic-row.module.css';

export interface TopicRowProps {
  slug: string;
  name: string;
  /** Leads to the author's page instead of the topic's. */
  isAuthor?: boolean;
  description?: ReactNode;
  articleCount?: number;
  /** Nested under another row of the list. */
  depth?: 0 | 1 | 2;
  /** The follow button, with `label="action"`. */
  action?: ReactNode;
}

/** A topic in a list: directory, onboarding, manage page. An `li`; put it in a `TopicRows`. */
export function TopicRow({
  slug,
  name,
  isAuthor = false,
  description,
  articleCount,
  depth = 0,
  action,
}: TopicRowProps) {
  return (
    <li className={styles.row} data-depth={depth}>
      <div className={styles.words}>
        <p className={styles.name}>
          <SiteLink className={styles.link} href={isAuthor ? `/author/${slug}` : `/topic/${slug}`}>
            {name}
          </SiteLink>
          {articleCount === undefined ? null : (
            <span className={styles.count}>
              {articleCount} {articleCount === 1 ? 'article' : 'articles'}
            </span>
          )}
        </p>
        {description ? <p className={styles.description}>{description}</p> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </li>
  );
}

/** The list around `TopicRow`s; in columns where there is room, unless `isSingle`. */
export function TopicRows({ children, isSingle = false }: { children: ReactNode; isSingle?: boolean }) {
  return <ul className={isSingle ? styles.single : styles.rows}>{children}</ul>;
}
