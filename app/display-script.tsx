'use client';
import { useServerInsertedHTML } from 'next/navigation';
import { useRef } from 'react';
import { DISPLAY_SCRIPT } from '@/lib/display.ts';

/**
 * Puts the script of lib/display.ts into the head, outside of what React looks for when a page becomes
 * interactive: in a page from the page cache it comes before all else (server/page-html.ts).
 */
export function DisplayScript() {
  const isThere = useRef(false);
  useServerInsertedHTML(() => {
    // Asked again for each piece of a page that is sent in pieces.
    if (isThere.current) return null;
    isThere.current = true;
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
    return <script dangerouslySetInnerHTML={{ __html: DISPLAY_SCRIPT }} />;
  });
  return null;
}
