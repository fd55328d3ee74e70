import { Skeleton } from '@/components/ui/skeleton.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import styles from './feed-skeleton.module.css';

/** The place of a feed that is loading: rows shaped like river cards. */
export function FeedSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div role="status">
      <VisuallyHidden>Loading articles</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={styles.row}>
          <div>
            <Skeleton width="5rem" />
            <Skeleton shape="heading" width="92%" />
            <Skeleton shape="heading" width={row % 2 === 0 ? '64%' : '48%'} />
            <Skeleton width="9rem" />
          </div>
          <Skeleton shape="photo" />
        </div>
      ))}
    </div>
  );
}
