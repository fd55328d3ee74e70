import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import { PhotoCaption } from './photo-caption.tsx';
import styles from './photo-strip.module.css';

/** The photos after the lead, each a figure with caption and credit: the gallery, readable without JavaScript. */
export function PhotoStrip({ photos }: { photos: PhotoData[] }) {
  const further = photos.slice(1);
  if (further.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="More photos">
      {further.map((photo, index) => {
        const place = index + 2;
        return (
          <figure key={photo.src} className={styles.figure} id={`photo-${place}`}>
            <a
              className={styles.opener}
              href={`#photo-${place}`}
              data-gallery-photo={place}
              aria-label={`Open photo ${place} of ${photos.length} in gallery`}
            >
              <Photo photo={photo} sizes="(min-width: 48rem) 20rem, 100vw" />
            </a>
            <PhotoCaption caption={photo.caption} credit={photo.credit} />
          </figure>
        );
      })}
    </section>
  );
}
