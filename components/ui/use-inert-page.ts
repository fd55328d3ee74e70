'use client';
import { useLayoutEffect } from 'react';

/** Dialogs are portals beside the page; what is announced must go on being announced. */
const BESIDE = '[data-base-ui-portal], [role="status"], script';

/**
 * While a modal dialog is open nothing beneath it can have the focus. Base UI moves a focus that leaves the
 * dialog back into it with the next frame; where frames are late, a second Tab is quicker.
 */
export function useInertPage(isOpen: boolean): void {
  // Lifted before the focus goes back to what opened the dialog: an effect would lift it too late.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const beneath = [...document.body.querySelectorAll<HTMLElement>(':scope > *')].filter(
      (element) => !element.inert && !element.matches(BESIDE),
    );
    for (const element of beneath) element.inert = true;
    return () => {
      for (const element of beneath) element.inert = false;
    };
  }, [isOpen]);
}
