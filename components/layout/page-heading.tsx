import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './page-heading.module.css';
import type { NavLink } from './site-header.tsx';

export interface PageHeadingProps {
  title: string;
  /** What kind of page it is, above the title: "Topic", "Author", "Your account". */
  kicker?: string;
  /** One or two sentences. */
  description?: ReactNode;
  /** Short ways on from here, each in an `li`: in line with the description where there is room. */
  ways?: ReactNode;
  /** The way up, nearest last: World › Middle East. */
  parents?: NavLink[];
  /** Follow button, manage link: beside the title on wide pages, under it on phones. */
  actions?: ReactNode;
}

/** The head of every page that is not an article: its `h1`. */
export function PageHeading(props: PageHeadingProps) {
  const { title, kicker, description, ways, parents = [], actions } = props;
  return (
    <div className={styles.heading}>
      <div className={styles.words}>
        {parents.length > 0 ? (
          <nav aria-label="Part of">
            <ol className={styles.parents}>
              {parents.map((parent) => (
                <li key={parent.href}>
                  <SiteLink href={parent.href}>{parent.name}</SiteLink>
                </li>
              ))}
            </ol>
          </nav>
        ) : kicker ? (
          <p className={styles.kicker}>{kicker}</p>
        ) : null}
        <h1 className={styles.title}>{title}</h1>
        {description || ways ? (
          <div className={styles.lines}>
            {description ? <div className={styles.description}>{description}</div> : null}
            {ways ? <ul className={styles.ways}>{ways}</ul> : null}
          </div>
        ) : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
