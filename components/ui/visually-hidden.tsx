import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for screen readers only. Give it an `id` to be pointed at by `aria-describedby`. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span className={styles.hidden} id={id}>
      {children}
    </span>
  );
}
