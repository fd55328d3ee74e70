import type { ReactNode } from 'react';
import { PersonIcon, SearchIcon } from '@/components/ui/icons.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

export interface NavLink {
  href: string;
  name: string;
}

export interface SiteHeaderProps {
  /** Sections and the topic directory, in the paper's order. */
  links: NavLink[];
  /** The path of the page shown, to mark its link. Leave out on pages cached for many paths. */
  currentHref?: string;
  /** The count of new articles: a `Badge`, or the island that becomes one. */
  followingBadge?: ReactNode;
  /** The account link or menu; without it a link to sign in, which is what a page cached for everyone shows. */
  account?: ReactNode;
  /** Shows a link to `/search`. */
  hasSearch?: boolean;
}

/** The masthead of every page: wordmark, Following, account, and the sections in a row that scrolls on phones. */
export function SiteHeader({
  links,
  currentHref,
  followingBadge,
  account,
  hasSearch = false,
}: SiteHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.masthead}>
        <SiteLink className={styles.home} href="/" aria-label="Your Globe, front page">
          <Wordmark />
        </SiteLink>
        <nav className={styles.own} aria-label="Yours">
          {hasSearch ? (
            <SiteLink className={styles.tool} href="/search" aria-label="Search">
              <SearchIcon />
            </SiteLink>
          ) : null}
          <SiteLink
            className={styles.following}
            href="/following"
            aria-current={currentHref === '/following' ? 'page' : undefined}
          >
            Following
            {followingBadge}
          </SiteLink>
          {account ?? <AccountLink href="/signin" label="Sign in" />}
        </nav>
      </div>
      <nav className={styles.sections} aria-label="Sections">
        <ul className={styles.list}>
          {links.map((link) => (
            <li key={link.href}>
              <SiteLink
                className={styles.section}
                href={link.href}
                aria-current={currentHref === link.href ? 'page' : undefined}
              >
                {link.name}
              </SiteLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** The header's link to the account: an icon on phones, with its words beside it on wider pages. */
export function AccountLink({ href, label }: { href: string; label: string }) {
  return (
    <SiteLink className={styles.account} href={href}>
      <PersonIcon />
      <span className={styles.accountLabel}>{label}</span>
    </SiteLink>
  );
}
