'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import field from '@/components/ui/field.module.css';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { TopicListingDto } from '@/features/topics/topic.dto.ts';
import { classNames } from '@/lib/class-names.ts';
import { suggestedTopicsQuery } from './search.queries.ts';
import styles from './search-field.module.css';
import { useGridCombobox } from './use-grid-combobox.ts';

export interface SearchFieldProps {
  value: string;
  error?: string | undefined;
  /** The follow button beside a topic. */
  renderFollow: (topic: TopicListingDto) => ReactNode;
}

/**
 * What to search for, with the topics it may mean beneath it while it is typed: each a link, and a button to
 * follow it. Without JavaScript a field of its form like any other.
 */
export function SearchField({ value, error, renderFollow }: SearchFieldProps) {
  const id = useId();
  const isInteractive = useIsInteractive();
  const [text, setText] = useState(value);
  const [isTyped, setIsTyped] = useState(false);
  const suggested = useQuery({
    ...suggestedTopicsQuery(isTyped ? text : ''),
    placeholderData: keepPreviousData,
  });
  const topics = (isTyped && text.trim() !== '' && suggested.data?.topics) || [];
  const { isOpen, active, grid, open, close, forget, onKeyDown } = useGridCombobox(topics.length);
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;
  const cellClass = (row: number, column: number) =>
    classNames(styles.cell, active?.row === row && active.column === column && styles.active);
  const combobox = isInteractive && {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-haspopup': 'grid' as const,
    'aria-autocomplete': 'list' as const,
    'aria-controls': isOpen ? `${id}-grid` : undefined,
    'aria-activedescendant': isOpen && active ? cellId(active.row, active.column) : undefined,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left all of it.
    <div
      className={classNames(field.field, styles.field)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <label className={field.label} htmlFor={`${id}-input`}>
        Search articles and topics
      </label>
      <input
        {...combobox}
        id={`${id}-input`}
        className={field.input}
        name="q"
        type="search"
        autoComplete="off"
        value={text}
        // biome-ignore lint/a11y/noAutofocus: who comes here without a search has come to type one.
        autoFocus={value === ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setIsTyped(true);
          forget();
          open();
        }}
        onKeyDown={onKeyDown}
      />
      {error ? (
        <p className={field.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
      <div role="status" className={styles.status}>
        <VisuallyHidden>{isOpen ? howMany(topics.length) : ''}</VisuallyHidden>
      </div>
      {isOpen ? (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells are what a grid has (ARIA in HTML).
        <table className={styles.popup} id={`${id}-grid`} ref={grid} role="grid" aria-label="Topics">
          <tbody>
            {topics.map((topic, row) => (
              <tr key={topic.slug} className={styles.row}>
                <td className={cellClass(row, 0)} id={cellId(row, 0)}>
                  <SiteLink className={styles.name} href={`/topic/${topic.slug}`}>
                    {topic.name}
                  </SiteLink>
                </td>
                <td className={cellClass(row, 1)} id={cellId(row, 1)}>
                  {renderFollow(topic)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}

function howMany(count: number): string {
  return `${count} ${count === 1 ? 'topic' : 'topics'}. Arrow keys lead there, and to the right to follow one.`;
}
