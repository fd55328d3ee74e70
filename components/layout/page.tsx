import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './page.module.css';

export interface PageProps {
  /** `wide` for grids, `text` for one column of reading, `narrow` for forms. */
  width?: 'wide' | 'text' | 'narrow';
  className?: string;
  children: ReactNode;
}

/** Centres its children between the page's gutters. */
export function Page({ width = 'wide', className, children }: PageProps) {
  return <div className={classNames(styles.page, styles[width], className)}>{children}</div>;
}
