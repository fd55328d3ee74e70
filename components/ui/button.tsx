import type { ComponentPropsWithRef } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './button.module.css';

export type ButtonVariant = 'solid' | 'outline' | 'quiet';
export type ButtonSize = 'normal' | 'small';

/** The class of a button, for what must look like one and is not: a link, a file label. */
export function buttonClass(variant: ButtonVariant = 'solid', size: ButtonSize = 'normal'): string {
  return classNames(styles.button, styles[variant], size === 'small' && styles.small);
}

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `solid` for the one thing a page asks for, `outline` for the rest, `quiet` for what may be overlooked. */
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** A button in the paper's ink. `type` is `button` unless given. */
export function Button({
  variant = 'solid',
  size = 'normal',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return <button {...rest} type={type} className={classNames(buttonClass(variant, size), className)} />;
}
