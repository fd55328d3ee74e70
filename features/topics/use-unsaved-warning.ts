'use client';
import { useEffect } from 'react';

const QUESTION = 'What you have changed is not saved. Leave all the same?';

/** Has the browser ask before a page with unsaved changes is left, by a link of the site too. */
export function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links of the site do not unload the page. Caught on its way down, before the router sees it.
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const isLeaving = link && !link.getAttribute('target') && !link.getAttribute('href')?.startsWith('#');
      if (!isLeaving || event.ctrlKey || event.metaKey || event.shiftKey || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', beforeLink, true);
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', beforeLink, true);
    };
  }, [isUnsaved]);
}
