import type { ReactNode } from 'react';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import styles from './topic-table.module.css';

const FRESH_MS = 60_000;

/** The foot of a table: ways to other pages of it, and from when its figures are, unless they are new. */
export function CountedAt({ at, now, children }: { at: string | null; now: number; children?: ReactNode }) {
  const isOld = at !== null && now - Date.parse(at) > FRESH_MS;
  return (
    <p className={styles.more}>
      {children}
      {isOld ? (
        <span className={styles.note}>
          Counted at <Timestamp at={at} withClock />
        </span>
      ) : null}
    </p>
  );
}
