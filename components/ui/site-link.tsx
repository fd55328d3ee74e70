import Link from 'next/link';
import type { ComponentProps } from 'react';

export type SiteLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { href: string };

/**
 * A link within the site. Navigates without loading the page anew; works as a plain link before that.
 * Never prefetches: a front page would ask for forty articles that nobody opens.
 */
export function SiteLink({ href, ...rest }: SiteLinkProps) {
  return <Link {...rest} href={href} prefetch={false} />;
}
