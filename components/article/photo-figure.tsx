import type { ReactNode } from 'react';
import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import { classNames } from '@/lib/class-names.ts';
import { PhotoCaption } from './photo-caption.tsx';
import styles from './photo-figure.module.css';

export interface PhotoFigureProps {
  photo: PhotoData;
  /** Its place in the gallery, from 1, of `count`. */
  place: number;
  count: number;
  /** The accessible name of the link that opens the gallery. */
  label: string;
  /** How wide it is shown, as in the `sizes` attribute. */
  sizes: string;
  isPriority?: boolean;
  /** Lies over the photo. */
  overlay?: ReactNode;
  className?: string | undefined;
}

/**
 * A photo of an article with caption and credit, in a link to its own address, `#photo-N`. `Gallery` takes the
 * link's clicks over. Without JavaScript the figure that the address names fills the window, and the links at
 * its foot lead to its neighbours and back.
 */
export function PhotoFigure(props: PhotoFigureProps) {
  const { photo, place, count } = props;
  return (
    <figure className={classNames(styles.figure, props.className)} id={`photo-${place}`}>
      <div className={styles.frame}>
        <a
          className={styles.opener}
          id={`open-photo-${place}`}
          href={`#photo-${place}`}
          data-gallery-photo={place}
          aria-label={props.label}
        >
          <Photo photo={photo} sizes={props.sizes} isPriority={props.isPriority ?? false} />
        </a>
        {props.overlay}
      </div>
      <PhotoCaption caption={photo.caption} credit={photo.credit} />
      <p className={styles.steps}>
        {place > 1 ? <a href={`#photo-${place - 1}`}>Previous photo</a> : null}
        {place < count ? <a href={`#photo-${place + 1}`}>Next photo</a> : null}
        <a href={`#open-photo-${place}`}>Close gallery</a>
      </p>
    </figure>
  );
}
