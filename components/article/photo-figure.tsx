import type { ReactNode } from 'react';
import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import { PhotoCaption } from './photo-caption.tsx';
import styles from './photo-figure.module.css';

export interface PhotoFigureProps {
  photo: PhotoData;
  /** Its place in the gallery, from 1. */
  place: number;
  /** The page of this photo alone. */
  href: string;
  /** The accessible name of the link that opens the gallery. */
  label: string;
  /** How wide it is shown, as in the `sizes` attribute. */
  sizes: string;
  isPriority?: boolean;
  /** Lies over the photo. */
  overlay?: ReactNode;
  className?: string | undefined;
}

/** A photo of an article with caption and credit, in a link to its own page. `Gallery` takes the link's clicks over. */
export function PhotoFigure(props: PhotoFigureProps) {
  const { photo } = props;
  return (
    <figure className={props.className}>
      <div className={styles.frame}>
        <a
          className={styles.opener}
          href={props.href}
          data-gallery-photo={props.place}
          data-hold=""
          aria-label={props.label}
        >
          <Photo photo={photo} alt={photo.alt} sizes={props.sizes} isPriority={props.isPriority ?? false} />
        </a>
        {props.overlay}
      </div>
      <PhotoCaption caption={photo.caption} credit={photo.credit} />
    </figure>
  );
}
