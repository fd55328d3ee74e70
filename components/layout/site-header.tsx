'use client';
import type { ReactNode } from 'react';
import { SearchIcon } from '@/components/ui/icons.tsx';
import { HeaderLink } from './header-link.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

export interface NavLink {
  href: string;
  name: string;
}

export interface SiteHeaderProps {
  /** Sections and the topic directory, in the paper's order. */
  links: NavLink[];
  /** The count of new articles: a `Badge`, or the island that becomes one. */
  followingBadge?: ReactNode;
  /** The link to the account: an `AccountLink`, or the island that becomes one. */
  account: ReactNode;
  /** Shows a link to `/search`: the page there brings the script that suggests, and no other page does. */
  hasSearch?: boolean;
}

/** The masthead of every page: wordmark, Following, account, and the sections in a row that scrolls on phones. */
export function SiteHeader({ links, followingBadge, account, hasSearch = false }: SiteHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.masthead}>
        <HeaderLink className={styles.home} href="/" aria-label="Your Globe, front page">
          <Wordmark />
        </HeaderLink>
        <nav className={styles.own} aria-label="Yours">
          {hasSearch ? (
            <HeaderLink className={styles.tool} href="/search" aria-label="Search">
              <SearchIcon />
            </HeaderLink>
          ) : null}
          <HeaderLink className={styles.tool} href="/following">
            Following
            {followingBadge}
          </HeaderLink>
          {account}
        </nav>
      </div>
      <nav className={styles.sections} aria-label="Sections">
        <ul className={styles.list}>
          {links.map((link) => (
            <li key={link.href}>
              <HeaderLink className={styles.section} href={link.href}>
                {link.name}
              </HeaderLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
