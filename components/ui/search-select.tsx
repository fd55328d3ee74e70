'use client';

import { Combobox } from '@base-ui/react/combobox';
import { useId, useMemo } from 'react';
import field from './field.module.css';
import { CloseIcon } from './icons.tsx';
import styles from './search-select.module.css';

export interface SearchOption {
  value: string;
  label: string;
  /** A few quiet words beside the label, which tell it from others. */
  note?: string;
}

export interface SearchSelectProps {
  label: string;
  /** One quiet sentence under the label. */
  hint?: string;
  /** What is wrong, and what to do; marks the field as invalid. */
  error?: string | undefined;
  /** What was found for the text typed last. */
  options: SearchOption[];
  /** Shown and announced in place of options: "Searching…", "Nothing is called that". */
  status: string | null;
  selected: SearchOption | null;
  onSelect: (option: SearchOption | null) => void;
  /** Called with the text whenever it is typed. */
  onSearch: (text: string) => void;
}

/** A choice of one from very many: type, and choose from what is found. Load it on demand. */
export function SearchSelect(props: SearchSelectProps) {
  const id = useId();
  const describedBy = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  const { value, label } = props.selected ?? {};
  // The same object as long as the same is chosen: another one puts its label in place of what is being typed.
  const selected = useMemo(
    () => (value === undefined || label === undefined ? null : { value, label }),
    [value, label],
  );
  return (
    <Combobox.Root
      items={props.options}
      filter={null}
      value={selected}
      onValueChange={props.onSelect}
      itemToStringLabel={(option: SearchOption) => option.label}
      isItemEqualToValue={(option: SearchOption, other: SearchOption) => option.value === other.value}
      onInputValueChange={(text, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') props.onSearch(text);
      }}
      autoHighlight
    >
      <div className={field.field}>
        <label className={field.label} htmlFor={id}>
          {props.label}
        </label>
        {props.hint ? (
          <p className={field.hint} id={`${id}-hint`}>
            {props.hint}
          </p>
        ) : null}
        <Combobox.InputGroup className={styles.group}>
          <Combobox.Input
            id={id}
            className={field.input}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={props.error ? true : undefined}
            aria-describedby={describedBy || undefined}
          />
          <Combobox.Clear className={styles.clear} aria-label={`Clear ${props.label}`}>
            <CloseIcon size={16} />
          </Combobox.Clear>
        </Combobox.InputGroup>
        {props.error ? (
          <p className={field.error} id={`${id}-error`}>
            {props.error}
          </p>
        ) : null}
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4}>
          <Combobox.Popup className={styles.popup}>
            <Combobox.Status>
              {props.status ? <div className={styles.status}>{props.status}</div> : null}
            </Combobox.Status>
            <Combobox.List>
              {(option: SearchOption) => (
                <Combobox.Item key={option.value} className={styles.option} value={option}>
                  {option.label}
                  {option.note ? <span className={styles.note}>{option.note}</span> : null}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
