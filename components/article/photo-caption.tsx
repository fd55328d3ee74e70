import styles from './photo-caption.module.css';

export interface PhotoCaptionProps {
  caption: string;
  credit: string;
}

/** What a photo shows, and whose it is. Inside a `figure`. */
export function PhotoCaption({ caption, credit }: PhotoCaptionProps) {
  return (
    <figcaption className={styles.caption}>
      {caption} <span className={styles.credit}>{credit}</span>
    </figcaption>
  );
}
