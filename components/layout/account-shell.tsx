import type { ReactNode } from 'react';
import styles from './account-shell.module.css';
import { Page } from './page.tsx';

export interface AccountShellProps {
  title: string;
  /** A sentence or two under the title. */
  intro?: ReactNode;
  children?: ReactNode;
  /** Small print under a hairline. */
  footnote?: ReactNode;
}

/** A narrow page that asks one thing: sign in, confirm, unsubscribe, follow without JavaScript. */
export function AccountShell({ title, intro, children, footnote }: AccountShellProps) {
  return (
    <Page width="narrow">
      <div className={styles.shell}>
        <h1 className={styles.title}>{title}</h1>
        {intro ? <div className={styles.intro}>{intro}</div> : null}
        {children}
        {footnote ? <div className={styles.footnote}>{footnote}</div> : null}
      </div>
    </Page>
  );
}
