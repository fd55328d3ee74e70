import { ExpandIcon } from '@/components/ui/icons.tsx';
import type { PhotoData } from '@/components/ui/photo.tsx';
import styles from './lead-photo.module.css';
import { PhotoFigure } from './photo-figure.tsx';

export interface LeadPhotoProps {
  photo: PhotoData;
  /** How many photos the gallery holds, this one included. */
  count: number;
  /** The page of this photo alone. */
  href: string;
}

/** The article's first photo, with the control that opens the gallery. */
export function LeadPhoto({ photo, count, href }: LeadPhotoProps) {
  return (
    <PhotoFigure
      photo={photo}
      place={1}
      href={href}
      label="Open this photo in gallery"
      sizes="(min-width: 80rem) 43rem, (min-width: 64rem) 56vw, 100vw"
      isPriority
      className={styles.figure}
      overlay={
        <span className={`${styles.hint} no-print`}>
          <ExpandIcon size={16} />
          {count > 1 ? `1 of ${count}` : null}
        </span>
      }
    />
  );
}
