import { ExpandIcon } from '@/components/ui/icons.tsx';
import { Photo, type PhotoData } from '@/components/ui/photo.tsx';
import styles from './lead-photo.module.css';
import { PhotoCaption } from './photo-caption.tsx';

export interface LeadPhotoProps {
  photo: PhotoData;
  /** How many photos the gallery holds, this one included. */
  count: number;
}

/**
 * The article's first photo, with the control that opens the gallery. The control is a link to `#photo-1`,
 * so that it leads somewhere before and without JavaScript; `Gallery` takes its clicks over.
 */
export function LeadPhoto({ photo, count }: LeadPhotoProps) {
  return (
    <figure className={styles.figure} id="photo-1">
      <div className={styles.frame}>
        <a
          className={styles.opener}
          href="#photo-1"
          data-gallery-photo="1"
          aria-label="Open this photo in gallery"
        >
          <Photo photo={photo} sizes="(min-width: 80rem) 43rem, (min-width: 64rem) 56vw, 100vw" isPriority />
        </a>
        <span className={`${styles.hint} no-print`}>
          <ExpandIcon size={16} />
          {count > 1 ? `1 of ${count}` : null}
        </span>
      </div>
      <PhotoCaption caption={photo.caption} credit={photo.credit} className={styles.caption} />
    </figure>
  );
}
