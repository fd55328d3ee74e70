'use client';
import { usePathname } from 'next/navigation';
import { SiteLink, type SiteLinkProps } from '@/components/ui/site-link.tsx';

/** Pages whose address is rewritten (next.config.ts): on the server the path is that of their route. */
const SHOWN_PATHS: Record<string, string> = { '/front/today': '/', '/directory/all': '/topics' };

/** What `aria-current` says of a link on the page at `path`: `page` for the page itself, `true` for one beneath it. */
export function currentState(href: string, path: string): 'page' | 'true' | undefined {
  const shown = SHOWN_PATHS[path] ?? path;
  if (shown === href) return 'page';
  return href !== '/' && shown.startsWith(`${href}/`) ? 'true' : undefined;
}

/**
 * A link of the frame that knows when its page is shown, on the server too: a cached page is kept for its
 * path, so the mark is the same for every reader and there without JavaScript.
 */
export function HeaderLink({ href, ...rest }: SiteLinkProps) {
  return <SiteLink {...rest} href={href} aria-current={currentState(href, usePathname())} />;
}
