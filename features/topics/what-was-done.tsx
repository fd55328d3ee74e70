import type { ReactNode } from 'react';
import styles from './what-was-done.module.css';

/**
 * Has the focus once it comes: the button that had it is gone, or does something else now, and what it did is
 * read next.
 */
export function WhatWasDone({ children }: { children: ReactNode }) {
  return (
    <div className={styles.done} tabIndex={-1} ref={focusOn}>
      {children}
    </div>
  );
}

/** One function for all times: a new one each time would take the focus back whenever the page changes. */
function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
