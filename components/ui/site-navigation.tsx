'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Follows the `SiteLink`s of the page without loading it anew: one listener for all of them, where a component
 * for each, with state and effects of its own, was a good part of what made a page of a hundred links late to
 * be interactive (ADR 017). Once, in the root layout.
 */
export function SiteNavigation() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-site-link]') : null;
      const href = link?.getAttribute('href');
      if (!href || event.defaultPrevented || opensElsewhere(event)) return;
      event.preventDefault();
      router.push(href);
    };
    // React's own listeners are on the document too, and were there before: what they prevent is prevented here.
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}

/** True for a click that asks for another tab, a window or a download. */
function opensElsewhere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
