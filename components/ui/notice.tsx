import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `error` is announced at once (role alert), `success` politely (role status), `info` not at all. */
  tone?: 'info' | 'success' | 'error';
  title?: string;
  children?: ReactNode;
  /** Buttons or links, in a row under the text. */
  actions?: ReactNode;
}

/** A message in the flow of a page: what happened, and what to do about it. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  const role = tone === 'error' ? 'alert' : tone === 'success' ? 'status' : undefined;
  return (
    <div className={classNames(styles.notice, styles[tone])} role={role}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
