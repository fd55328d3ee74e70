import type { ComponentProps } from 'react';

/** Without what would lead out of the page: the listener does not look for it. */
export type SiteLinkProps = Omit<ComponentProps<'a'>, 'href' | 'target' | 'download'> & { href: string };

/**
 * A link within the site. Navigates without loading the page anew, by the one listener of the page
 * (site-navigation.tsx); works as a plain link before that. Never prefetches: a front page would ask for forty
 * articles that nobody opens.
 */
export function SiteLink(props: SiteLinkProps) {
  return <a {...props} data-site-link="" />;
}
