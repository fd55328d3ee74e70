'use client';
import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './site-footer.module.css';
import type { NavLink } from './site-header.tsx';
import { Wordmark } from './wordmark.tsx';

/** A link to a page, or with `isFile` to what is none, such as a feed. */
type FooterLink = NavLink & { isFile?: boolean };

export interface SiteFooterProps {
  /** Columns of links, each under a heading. */
  groups: { heading: string; links: FooterLink[] }[];
  /** The last small line. */
  note: string;
  /** The choice of text size and colours. */
  display?: ReactNode;
}

/** The foot of every page: where else to go, and whose paper it is. */
export function SiteFooter({ groups, note, display }: SiteFooterProps) {
  return (
    <footer className={`${styles.footer} no-print`}>
      <div className={styles.inner}>
        <div className={styles.mark}>
          <Wordmark repeated />
        </div>
        <nav className={styles.groups} aria-label="More of Your Globe">
          {groups.map((group) => (
            <div key={group.heading}>
              <p className={styles.heading}>{group.heading}</p>
              <ul className={styles.list}>
                {group.links.map((link) => (
                  <li key={link.href}>
                    {link.isFile ? (
                      <a className={styles.link} href={link.href}>
                        {link.name}
                      </a>
                    ) : (
                      <SiteLink className={styles.link} href={link.href}>
                        {link.name}
                      </SiteLink>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {display}
        <p className={styles.note}>{note}</p>
      </div>
    </footer>
  );
}
