import type { MouseEvent, ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './mark-form.module.css';

export interface MarkFormProps {
  article: string;
  /** What else its buttons send: where to go back to, and the like. */
  fields?: Record<string, string | undefined>;
  /** One or more `MarkButton`s. */
  children: ReactNode;
}

/** The form of the buttons that mark one article, so that they work without JavaScript. Takes up no room itself. */
export function MarkForm({ article, fields = {}, children }: MarkFormProps) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return (
    <form method="post" className={styles.form}>
      {given.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="article" value={article} />
      {children}
    </form>
  );
}

export interface MarkButtonProps {
  /** The route it sends its form to; it takes the article and what is wanted. */
  action: '/api/save' | '/api/read';
  wanted: string;
  /** What pressing does with JavaScript; calls `preventDefault` unless the form is to be sent all the same. */
  onPress?: (event: MouseEvent) => void;
  variant?: ButtonVariant;
  /** Given when the focus is sent to the button. */
  id?: string;
  /** Says which article it is about, after the words of the button, to those who hear it. */
  label?: string | undefined;
  /** For a button that stays pressed, where it is known whether it is. */
  isPressed?: boolean | undefined;
  children: ReactNode;
}

/** A small button that marks the article of its `MarkForm`. */
export function MarkButton(props: MarkButtonProps) {
  const { variant = 'quiet' } = props;
  return (
    <Button
      type="submit"
      formAction={props.action}
      data-hold=""
      name="wanted"
      value={props.wanted}
      variant={variant}
      size="small"
      id={props.id}
      aria-label={props.label}
      aria-pressed={props.isPressed}
      className={classNames(styles.button, variant === 'quiet' && styles.plain)}
      onClick={props.onPress}
    >
      {props.children}
    </Button>
  );
}
