'use client';
import { useServerInsertedHTML } from 'next/navigation';
import { useRef } from 'react';
import { EARLY_SCRIPT } from '@/lib/early-script.ts';

/**
 * Puts the script of lib/early-script.ts into the head, outside of what React looks for when a page becomes
 * interactive: in a page from the page cache it comes before all else (server/page-html.ts).
 */
export function EarlyScript() {
  const isThere = useRef(false);
  useServerInsertedHTML(() => {
    // Asked again for each piece of a page that is sent in pieces.
    if (isThere.current) return null;
    isThere.current = true;
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
    return <script dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />;
  });
  return null;
}
