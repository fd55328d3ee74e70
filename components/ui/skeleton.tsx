import { classNames } from '@/lib/class-names.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** `line` takes the height of a line of text; `photo` the place of a 3:2 photo. */
  shape?: 'line' | 'heading' | 'photo';
  /** Any CSS width; the whole line without it. */
  width?: string;
}

/** A grey place for what is loading. Hidden from screen readers: say "Loading" once, outside. */
export function Skeleton({ shape = 'line', width }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles.skeleton, styles[shape])}
      style={width ? { width } : undefined}
    />
  );
}
