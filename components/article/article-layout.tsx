import type { ReactNode } from 'react';
import styles from './article-layout.module.css';

export interface ArticleLayoutProps {
  photo?: ReactNode;
  header: ReactNode;
  /** Share button and reading time: beside the text on wide pages, above it on phones. */
  tools?: ReactNode;
  /** The body and what belongs to it, in the measure: text, further photos. */
  children: ReactNode;
  /** After the text, in the measure: newsletters, the Your Globe box. */
  after?: ReactNode;
  /** After everything, as wide as the page: related articles. */
  foot?: ReactNode;
}

/** The article page's grid: photo first and beside the headline on wide pages, then one column of reading. */
export function ArticleLayout({ photo, header, tools, children, after, foot }: ArticleLayoutProps) {
  return (
    <article className={styles.article}>
      <div className={photo ? styles.hero : styles.plainHero}>
        {photo ? <div className={styles.photo}>{photo}</div> : null}
        <div className={styles.header}>{header}</div>
      </div>
      <div className={styles.columns}>
        {tools ? <div className={styles.tools}>{tools}</div> : null}
        <div className={styles.text}>{children}</div>
        {after ? <div className={styles.after}>{after}</div> : null}
      </div>
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </article>
  );
}
