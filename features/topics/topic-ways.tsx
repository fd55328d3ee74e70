import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './topic-table.module.css';

/** The two views of all topics, and the way to a new one. */
export function TopicWays({ current }: { current: 'table' | 'tree' }) {
  return (
    <div className={styles.ways}>
      <SiteLink href="/admin/topics" aria-current={current === 'table' ? 'page' : undefined}>
        Table
      </SiteLink>
      <SiteLink href="/admin/topics/tree" aria-current={current === 'tree' ? 'page' : undefined}>
        Tree
      </SiteLink>
      <SiteLink className={buttonClass('solid', 'small')} href="/admin/topics/new">
        New topic
      </SiteLink>
    </div>
  );
}
