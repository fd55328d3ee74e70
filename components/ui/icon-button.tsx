import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  /** An icon of `icons.tsx`. */
  icon: ReactNode;
}

/** A square button with an icon only, 44 px to the finger. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(styles.button, className)}
    >
      {icon}
    </button>
  );
}
