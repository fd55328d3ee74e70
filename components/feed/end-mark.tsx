import type { ReactNode } from 'react';
import styles from './feed-marks.module.css';

/** The end of a feed. Children: one quiet line or link more. */
export function EndMark({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.end}>
      <span className={styles.globe} aria-hidden="true" />
      <p className={styles.endText}>You’re all caught up</p>
      {children ? <div className={styles.endMore}>{children}</div> : null}
    </div>
  );
}
