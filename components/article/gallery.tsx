'use client';

import { type ComponentType, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { PhotoData } from '@/components/ui/photo.tsx';
import type { GalleryDialogProps } from './gallery-dialog.tsx';

const loadDialog = () => import('./gallery-dialog.tsx').then((module) => module.GalleryDialog);

/** The photo an address names, from 1, or null: `/photo/2` of three is 2, and so is `#photo-2` of older links. */
function placeInAddress(count: number): number | null {
  const { pathname, hash } = window.location;
  const place = Number(/[/#]photo[/-](\d{1,3})$/.exec(pathname + hash)?.[1]);
  return place >= 1 && place <= count ? place : null;
}

/** The address of the article beneath the gallery. */
function articlePath(): string {
  return window.location.pathname.replace(/\/photo\/.*/, '');
}

function openerOf(place: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-gallery-photo="${place}"]`);
}

export interface GalleryProps {
  /** All photos of the article, in order. */
  photos: PhotoData[];
  headline: string;
}

/**
 * Opens the gallery over the article from any link with `data-gallery-photo`, and shows the address of the
 * photo's own page meanwhile: what is copied or reloaded from there is that page. Opening is a step in
 * history, so Back closes it. The dialog's code loads when it is first wanted.
 */
export function Gallery({ photos, headline }: GalleryProps) {
  const [place, setPlace] = useState<number | null>(null);
  const [Dialog, setDialog] = useState<ComponentType<GalleryDialogProps> | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const isOwnStep = useRef(false);
  const count = photos.length;

  const show = useCallback((next: number | null) => {
    if (next !== null) {
      opener.current ??= openerOf(next);
      void loadDialog().then((loaded) => setDialog(() => loaded));
    }
    setPlace(next);
  }, []);

  // Of the layout: listening when the page's first press reaches it (lib/early-script.ts).
  useLayoutEffect(() => {
    const followAddress = () => {
      const next = placeInAddress(count);
      if (next === null) isOwnStep.current = false;
      show(next);
    };
    const takeClick = (event: MouseEvent) => {
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const link = (event.target as Element).closest<HTMLAnchorElement>('[data-gallery-photo]');
      if (!link || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      opener.current = link;
      isOwnStep.current = true;
      window.history.pushState(null, '', link.href);
      followAddress();
    };
    // An older link, or a step in history from another page: the photo is in the address already.
    followAddress();
    document.addEventListener('click', takeClick);
    window.addEventListener('popstate', followAddress);
    window.addEventListener('hashchange', followAddress);
    return () => {
      document.removeEventListener('click', takeClick);
      window.removeEventListener('popstate', followAddress);
      window.removeEventListener('hashchange', followAddress);
    };
  }, [count, show]);

  const move = (next: number) => {
    window.history.replaceState(null, '', `${articlePath()}/photo/${next}`);
    setPlace(next);
  };

  const close = () => {
    setPlace(null);
    if (isOwnStep.current) {
      isOwnStep.current = false;
      window.history.back();
    } else {
      window.history.replaceState(null, '', articlePath());
    }
  };

  if (!Dialog) return null;
  return (
    <Dialog
      photos={photos}
      headline={headline}
      place={place}
      onMove={move}
      onClose={close}
      returnFocusTo={() => {
        const target = opener.current ?? openerOf(1);
        opener.current = null;
        return target;
      }}
    />
  );
}
