import type { MouseEvent } from 'react';
import { ArrowIcon } from '@/components/ui/icons.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import styles from './arrivals-pill.module.css';

export interface ArrivalsPillProps {
  /** How many stories came; nothing is shown for none, and 100 stands for 100 or more. */
  count: number;
  isLoading: boolean;
  /** What is said, and not shown, once they are in the list. */
  said: string;
  onPress: (event: MouseEvent) => void;
}

/** "3 new stories", over the list as it scrolls. Announced politely. The first thing inside the list's box. */
export function ArrivalsPill({ count, isLoading, said, onPress }: ArrivalsPillProps) {
  return (
    <div role="status" className={`${styles.place} no-print`}>
      {count > 0 ? (
        <button type="button" className={styles.pill} aria-disabled={isLoading} onClick={onPress}>
          <span className={styles.arrow}>
            <ArrowIcon size={14} />
          </span>
          {isLoading ? 'Loading…' : wordsFor(count)}
        </button>
      ) : (
        <VisuallyHidden>{said}</VisuallyHidden>
      )}
    </div>
  );
}

function wordsFor(count: number): string {
  if (count === 1) return '1 new story';
  return `${count > 99 ? '99+' : count} new stories`;
}
