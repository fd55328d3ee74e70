'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { TextField } from '@/components/ui/text-field.tsx';
import { topicMatchesQuery } from './topic-admin.queries.ts';
import type { TopicRef } from './topic-fields.ts';
import styles from './topic-picker.module.css';

const SHOWN = 8;

export interface TopicPickerProps {
  label: string;
  hint: string;
  error?: string | undefined;
  value: TopicRef | null;
  /** The slug of a topic that cannot be chosen: the one that is edited. */
  except?: string | undefined;
  onChange: (value: TopicRef | null) => void;
  disabled?: boolean;
}

/** Search for a topic as one types (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Emptied, it is none. */
export function TopicPicker({ label, hint, error, value, except, onChange, disabled }: TopicPickerProps) {
  const id = useId();
  const listId = `${id}-list`;
  // Null while nothing is typed: then the chosen topic shows.
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const q = typed?.trim() ?? '';
  const { data, isPlaceholderData } = useQuery({
    ...topicMatchesQuery(q),
    placeholderData: keepPreviousData,
  });
  const found = (data?.topics ?? []).filter((topic) => topic.slug !== except).slice(0, SHOWN);
  const isAnswered = q !== '' && data !== undefined && !isPlaceholderData;
  const isOpen = q !== '' && found.length > 0;

  const close = () => {
    setTyped(null);
    setActive(-1);
  };
  const choose = (topic: TopicRef | undefined) => {
    if (topic) onChange({ slug: topic.slug, name: topic.name });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (q === '') return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') {
      // Before the answer is there, the list still shows what was found for less.
      if (isAnswered) choose(found[Math.max(active, 0)]);
    } else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <TextField
        id={id}
        label={label}
        hint={hint}
        {...(error ? { error } : {})}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        disabled={disabled}
        value={typed ?? value?.name ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          if (event.target.value === '') onChange(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div className={styles.popup} hidden={!isOpen}>
        <div role="listbox" id={listId} aria-label={`${label}: found`}>
          {found.map((topic, index) => (
            <div
              key={topic.slug}
              role="option"
              tabIndex={-1}
              id={`${listId}-${index}`}
              aria-selected={index === active}
              className={styles.option}
              // The field keeps the focus, so that leaving it does not close the list first.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(topic)}
              onKeyDown={onKeyDown}
            >
              {topic.name}
              <span className={styles.where}>{topic.parent ? ` in ${topic.parent.name}` : ''}</span>
            </div>
          ))}
        </div>
      </div>
      <p role="status" className={styles.none}>
        {isAnswered && found.length === 0 ? `No topic is called “${q}”.` : null}
      </p>
    </div>
  );
}
