import { classNames } from '@/lib/class-names.ts';
import styles from './photo-caption.module.css';

export interface PhotoCaptionProps {
  caption: string;
  credit: string;
  className?: string | undefined;
}

/** What a photo shows, and whose it is. Inside a `figure`. */
export function PhotoCaption({ caption, credit, className }: PhotoCaptionProps) {
  return (
    <figcaption className={classNames(styles.caption, className)}>
      {caption} <span className={styles.credit}>{credit}</span>
    </figcaption>
  );
}
