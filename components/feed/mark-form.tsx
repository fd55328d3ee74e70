import type { MouseEvent, ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './mark-form.module.css';

export interface MarkFormProps {
  /** The form's route; it takes the article and what is wanted. */
  action: '/api/save' | '/api/read';
  article: string;
  wanted: string;
  /** What else it sends: where to go back to, and the like. */
  fields?: Record<string, string | undefined>;
  /** What pressing does with JavaScript; calls `preventDefault` unless the form is to be sent all the same. */
  onPress?: (event: MouseEvent) => void;
  variant?: ButtonVariant;
  /** Given when the focus is sent to the button. */
  buttonId?: string;
  /** Says which article it is about, after the words of the button, to those who hear it. */
  label?: string | undefined;
  /** For a button that stays pressed, where it is known whether it is. */
  isPressed?: boolean | undefined;
  children: ReactNode;
}

/** A small button that marks one article. A form, so that it works without JavaScript. */
export function MarkForm(props: MarkFormProps) {
  const { variant = 'quiet' } = props;
  const fields = Object.entries(props.fields ?? {}).filter(([, value]) => value !== undefined);
  return (
    <form method="post" action={props.action} className={styles.form}>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="article" value={props.article} />
      <Button
        type="submit"
        data-hold=""
        name="wanted"
        value={props.wanted}
        variant={variant}
        size="small"
        id={props.buttonId}
        aria-label={props.label}
        aria-pressed={props.isPressed}
        className={classNames(styles.button, variant === 'quiet' && styles.plain)}
        onClick={props.onPress}
      >
        {props.children}
      </Button>
    </form>
  );
}
