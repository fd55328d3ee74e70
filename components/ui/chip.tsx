import type { ReactNode } from 'react';
import styles from './chip.module.css';

/** A row of chips: wraps on wide pages, scrolls sideways on narrow ones. `label` names the group. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.row}>
      <ul className={styles.list}>{children}</ul>
    </nav>
  );
}

export interface ChipProps {
  href: string;
  isCurrent?: boolean;
  children: ReactNode;
}

/** One choice of a filter, as a link, so that it can be shared and works without JavaScript. */
export function Chip({ href, isCurrent = false, children }: ChipProps) {
  return (
    <li>
      <a className={styles.chip} href={href} aria-current={isCurrent ? 'true' : undefined}>
        {children}
      </a>
    </li>
  );
}
