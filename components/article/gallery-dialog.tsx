'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { CloseIcon, NextIcon, PreviousIcon } from '@/components/ui/icons.tsx';
import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import { useInertPage } from '@/components/ui/use-inert-page.ts';
import styles from './gallery-dialog.module.css';

const RESTING_MS = 120;

export interface GalleryDialogProps {
  photos: PhotoData[];
  headline: string;
  /** The photo shown, from 1; null when closed. */
  place: number | null;
  onMove: (place: number) => void;
  onClose: () => void;
  /** Where focus goes when the gallery closes. */
  returnFocusTo: () => HTMLElement | null;
}

/**
 * The gallery: one photo a screen in a row that snaps, so that swiping is the browser's own. Arrow keys,
 * Home and End move; Escape closes. Place, caption and credit are announced as they change.
 */
export function GalleryDialog({
  photos,
  headline,
  place,
  onMove,
  onClose,
  returnFocusTo,
}: GalleryDialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  useInertPage(place !== null);

  const takeKey = (event: KeyboardEvent) => {
    const next = place === null ? null : keyTarget(event.key, place, photos.length);
    if (next === null) return;
    event.preventDefault();
    if (next !== place) onMove(next);
  };

  return (
    <Dialog.Root open={place !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.popup}
          initialFocus={popup}
          finalFocus={returnFocusTo}
          onKeyDown={takeKey}
        >
          <Dialog.Title className={styles.title}>{headline}</Dialog.Title>
          {place === null ? null : <Stage photos={photos} place={place} onMove={onMove} />}
          <Dialog.Close
            render={<IconButton label="Close gallery" icon={<CloseIcon />} className={styles.close} />}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function keyTarget(key: string, place: number, count: number): number | null {
  if (key === 'ArrowRight') return Math.min(place + 1, count);
  if (key === 'ArrowLeft') return Math.max(place - 1, 1);
  if (key === 'Home') return 1;
  if (key === 'End') return count;
  return null;
}

function Stage({
  photos,
  place,
  onMove,
}: {
  photos: PhotoData[];
  place: number;
  onMove: (place: number) => void;
}) {
  const track = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = photos.length;
  const shown = photos[place - 1];

  useEffect(() => {
    const row = track.current;
    if (!row) return;
    const left = (place - 1) * row.clientWidth;
    const isStill = isFirst.current || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    isFirst.current = false;
    if (Math.abs(row.scrollLeft - left) > 1) row.scrollTo({ left, behavior: isStill ? 'instant' : 'smooth' });
    return () => clearTimeout(resting.current);
  }, [place]);

  // Not `scrollend`, which Safari learned late: the row has come to rest when it has been still for a moment.
  const settle = () => {
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      const row = track.current;
      if (!row) return;
      const next = Math.round(row.scrollLeft / row.clientWidth) + 1;
      if (next !== place) onMove(next);
    }, RESTING_MS);
  };

  return (
    <div className={styles.stage}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.track} ref={track} onScroll={settle} tabIndex={0} aria-label="Photos">
        {photos.map((photo, index) => (
          <div key={photo.src} className={styles.slide} inert={index + 1 !== place}>
            <Photo photo={photo} alt={photo.alt} sizes="100vw" ratio="own" className={styles.photo} />
          </div>
        ))}
      </section>
      <div className={styles.foot}>
        {count > 1 ? (
          <div className={styles.steps}>
            <Step
              label="Previous photo"
              icon={<PreviousIcon />}
              to={place > 1 ? place - 1 : null}
              onMove={onMove}
            />
            <Step
              label="Next photo"
              icon={<NextIcon />}
              to={place < count ? place + 1 : null}
              onMove={onMove}
            />
          </div>
        ) : null}
        <div role="status" className={styles.words}>
          <p className={styles.place}>
            {place} of {count}
          </p>
          <p>
            {shown?.caption} <span className={styles.credit}>{shown?.credit}</span>
          </p>
        </div>
      </div>
    </div>
  );
}

interface StepProps {
  label: string;
  icon: ReactNode;
  /** Null at the end of the row: the button stays, or focus would be lost with it. */
  to: number | null;
  onMove: (place: number) => void;
}

function Step({ label, icon, to, onMove }: StepProps) {
  return (
    <IconButton
      label={label}
      icon={icon}
      aria-disabled={to === null}
      onClick={() => to !== null && onMove(to)}
    />
  );
}
