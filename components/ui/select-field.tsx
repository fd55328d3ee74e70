import { type ComponentPropsWithRef, useId } from 'react';
import { classNames } from '@/lib/class-names.ts';
import field from './field.module.css';
import styles from './select-field.module.css';

export interface SelectFieldProps extends Omit<ComponentPropsWithRef<'select'>, 'id' | 'children'> {
  label: string;
  options: { value: string; label: string }[];
  /** For rows of a list, whose heading says it to the eye. */
  isLabelHidden?: boolean;
  /** What is wrong, and what to do; marks the field as invalid. */
  error?: string | undefined;
}

/** A labelled choice of one. The browser's own list, so that every device shows it its way. */
export function SelectField(props: SelectFieldProps) {
  const { label, options, isLabelHidden = false, error, className, ...rest } = props;
  const id = useId();
  return (
    <div className={classNames(field.field, className)}>
      {isLabelHidden ? null : (
        <label className={field.label} htmlFor={id}>
          {label}
        </label>
      )}
      <span className={styles.box}>
        <select
          {...rest}
          id={id}
          className={classNames(field.input, styles.select)}
          aria-label={isLabelHidden ? label : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {error ? (
        <p className={field.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
