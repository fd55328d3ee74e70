import { getImageProps } from 'next/image';
import type { CSSProperties } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './photo.module.css';

/** A photo as it is drawn. Focal point as fractions from the top left. */
export interface PhotoShape {
  src: string;
  width: number;
  height: number;
  focalX: number;
  focalY: number;
  dominantColour: string;
}

/** A photo with what is said of it; `PhotoDto` fits. */
export interface PhotoData extends PhotoShape {
  alt: string;
  caption: string;
  credit: string;
}

export type PhotoRatio = '3:2' | '16:9' | '1:1' | 'own';

const RATIO_CLASS = { '3:2': 'threeToTwo', '16:9': 'sixteenToNine', '1:1': 'square', own: 'own' } as const;

export interface PhotoProps {
  photo: PhotoShape;
  /** Empty where the text beside it already says all (a card's photo, beside its headline). */
  alt: string;
  /** How wide it is shown, as in the `sizes` attribute; decides which file a phone loads. */
  sizes: string;
  /** The crop, held around the focal point. `own` shows all of it. */
  ratio?: PhotoRatio;
  /** For the one photo above the fold: loaded at once, with high priority. */
  isPriority?: boolean;
  className?: string | undefined;
}

/** A responsive picture without client code: its place is held, painted in the photo's dominant colour. */
export function Photo({ photo, alt, sizes, ratio = '3:2', isPriority = false, className }: PhotoProps) {
  const { props } = getImageProps({
    src: photo.src,
    alt,
    width: photo.width,
    height: photo.height,
    sizes,
    ...(isPriority ? { loading: 'eager', fetchPriority: 'high' } : {}),
  });
  const { style: _inline, alt: _given, ...image } = props;
  return (
    <span
      className={classNames(styles.frame, styles[RATIO_CLASS[ratio]], className)}
      style={{
        backgroundColor: photo.dominantColour,
        ...(ratio === 'own' ? ownRatio(photo) : {}),
      }}
    >
      {/* biome-ignore lint/performance/noImgElement: the props are next/image's own, without its client code. */}
      <img
        {...image}
        alt={alt}
        className={styles.image}
        style={{ objectPosition: `${photo.focalX * 100}% ${photo.focalY * 100}%` }}
      />
    </span>
  );
}

/** `--ratio` is for whoever places it where its height is what is short. */
function ownRatio({ width, height }: PhotoShape): CSSProperties {
  return { aspectRatio: `${width} / ${height}`, '--ratio': width / height } as CSSProperties;
}
