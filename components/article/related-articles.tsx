import type { ReactNode } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import styles from './related-articles.module.css';

/** More on the article's topics. Children are three or four `ArticleCard`s of the brief variant. */
export function RelatedArticles({
  title = 'More on this story',
  children,
}: {
  title?: string;
  children: ReactNode;
}) {
  return (
    <section className="no-print" aria-labelledby="related">
      <SectionHeading title={title} id="related" />
      <div className={styles.grid}>{children}</div>
    </section>
  );
}
