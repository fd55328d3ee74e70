import type { PhotoData } from '@/components/ui/photo.tsx';
import { PhotoFigure } from './photo-figure.tsx';
import styles from './photo-strip.module.css';

export interface PhotoStripProps {
  /** All photos of the article, in order. */
  photos: PhotoData[];
  /** The page of one of them, by its place from 1. */
  hrefOf: (place: number) => string;
}

/** The photos after the lead, each a figure with caption and credit: the gallery, readable without JavaScript. */
export function PhotoStrip({ photos, hrefOf }: PhotoStripProps) {
  const further = photos.slice(1);
  if (further.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="More photos">
      {further.map((photo, index) => (
        <PhotoFigure
          key={photo.src}
          photo={photo}
          place={index + 2}
          href={hrefOf(index + 2)}
          label={`Open photo ${index + 2} of ${photos.length} in gallery`}
          sizes="(min-width: 48rem) 20rem, 100vw"
        />
      ))}
    </section>
  );
}
