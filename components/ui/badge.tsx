import styles from './badge.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface BadgeProps {
  count: number;
  /** What is counted, for screen readers: "new articles". */
  label: string;
  /** Above this it says "99+". */
  max?: number;
}

/** A small count in the accent. Nothing at all when the count is zero. */
export function Badge({ count, label, max = 99 }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={styles.badge}>
      {count > max ? `${max}+` : count}
      <VisuallyHidden> {label}</VisuallyHidden>
    </span>
  );
}
