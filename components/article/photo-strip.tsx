import type { PhotoData } from '@/components/ui/photo.tsx';
import { PhotoFigure } from './photo-figure.tsx';
import styles from './photo-strip.module.css';

/** The photos after the lead, each a figure with caption and credit: the gallery, readable without JavaScript. */
export function PhotoStrip({ photos }: { photos: PhotoData[] }) {
  const further = photos.slice(1);
  if (further.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="More photos">
      {further.map((photo, index) => (
        <PhotoFigure
          key={photo.src}
          photo={photo}
          place={index + 2}
          count={photos.length}
          label={`Open photo ${index + 2} of ${photos.length} in gallery`}
          sizes="(min-width: 48rem) 20rem, 100vw"
        />
      ))}
    </section>
  );
}
