import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './admin-shell.module.css';
import { Page } from './page.tsx';
import type { NavLink } from './site-header.tsx';

export interface AdminShellProps {
  title: string;
  links: NavLink[];
  currentHref: string;
  children: ReactNode;
}

/** The newsroom's pages: quiet, sans, dense. Tables inside get the `AdminTable` look. */
export function AdminShell({ title, links, currentHref, children }: AdminShellProps) {
  return (
    <Page>
      <div className={styles.shell}>
        <nav aria-label="Newsroom">
          <ul className={styles.links}>
            {links.map((link) => (
              <li key={link.href}>
                <SiteLink
                  className={styles.link}
                  href={link.href}
                  aria-current={link.href === currentHref ? 'page' : undefined}
                >
                  {link.name}
                </SiteLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>
          <h1 className={styles.title}>{title}</h1>
          {children}
        </div>
      </div>
    </Page>
  );
}

export interface AdminTableProps {
  /** What the table lists, for screen readers and as its visible caption. */
  caption: string;
  children: ReactNode;
}

/** A table that scrolls sideways by itself where it must. Children are `thead` and `tbody`. */
export function AdminTable({ caption, children }: AdminTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
