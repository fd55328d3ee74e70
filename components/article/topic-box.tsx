import type { ReactNode } from 'react';
import { ArrowIcon } from '@/components/ui/icons.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './topic-box.module.css';

export interface TopicBoxProps {
  /** The follow buttons, in `li` elements made by `TopicBoxItem`. */
  children: ReactNode;
  /** How many new articles wait in Following: a `Badge`, or the island that becomes one. */
  newCount?: ReactNode;
}

/** The box under an article from which a reader builds a feed. */
export function TopicBox({ children, newCount }: TopicBoxProps) {
  return (
    <section className={`${styles.box} no-print`} aria-labelledby="your-globe-box">
      <h2 className={styles.title} id="your-globe-box">
        Your Globe
      </h2>
      <p className={styles.subhead}>Build your personal news feed</p>
      <p className={styles.lead}>Follow topics related to this article:</p>
      <ul className={styles.topics}>{children}</ul>
      <p className={styles.check}>
        <SiteLink href="/following">
          Check Following for new articles
          {newCount}
          <ArrowIcon size={18} />
        </SiteLink>
      </p>
    </section>
  );
}

/** One follow button of the box. */
export function TopicBoxItem({ children }: { children: ReactNode }) {
  return <li>{children}</li>;
}
