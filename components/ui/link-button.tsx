'use client';
import type { ComponentPropsWithRef, KeyboardEvent, MouseEvent } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';

export interface LinkButtonProps extends Omit<ComponentPropsWithRef<'a'>, 'className' | 'onClick' | 'role'> {
  /** Where it leads without JavaScript. */
  href: string;
  /** What it does with JavaScript, in place of leading there. */
  onPress: (event: MouseEvent) => void;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** A button that is a link without JavaScript. Takes Enter and the space bar, as buttons do. */
export function LinkButton({
  onPress,
  href,
  variant = 'outline',
  size = 'normal',
  ...rest
}: LinkButtonProps) {
  const press = (event: MouseEvent) => {
    event.preventDefault();
    onPress(event);
  };
  const pressBySpace = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.key !== ' ') return;
    // The page would scroll.
    event.preventDefault();
    if (!event.repeat) event.currentTarget.click();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a link that leads somewhere without JavaScript.
    <a
      {...rest}
      href={href}
      role="button"
      className={buttonClass(variant, size)}
      onClick={press}
      onKeyDown={pressBySpace}
    />
  );
}
