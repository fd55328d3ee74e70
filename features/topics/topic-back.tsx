import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './topic-articles.module.css';
import type { TopicRef } from './topic-fields.ts';

/** From a page about one side of a topic back to the topic itself. */
export function TopicBack({ topic: { slug, name } }: { topic: TopicRef }) {
  return (
    <p className={styles.ways}>
      <SiteLink href={`/admin/topics/${slug}`}>Edit {name}</SiteLink>
      <SiteLink href={`/topic/${slug}`}>Its page</SiteLink>
    </p>
  );
}
