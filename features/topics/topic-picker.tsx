'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchSelect } from '@/components/ui/search-select.tsx';
import { topicMatchesQuery } from './topic-admin.queries.ts';
import type { TopicRef } from './topic-fields.ts';

const SHOWN = 8;

export interface TopicPickerProps {
  label: string;
  hint: string;
  error?: string | undefined;
  value: TopicRef | null;
  /** The slug of a topic that cannot be chosen: the one that is edited. */
  except?: string | undefined;
  onChange: (value: TopicRef | null) => void;
}

/** Search for a topic in use as one types, and choose it. Emptied, it is none. */
export function TopicPicker({ label, hint, error, value, except, onChange }: TopicPickerProps) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const matches = useQuery(topicMatchesQuery(wanted));
  const found = (matches.data?.topics ?? []).filter((topic) => topic.slug !== except).slice(0, SHOWN);
  let status: string | null = null;
  if (wanted === '') status = 'Type the name of a topic.';
  else if (matches.error) status = `The topics could not be searched. ${matches.error.message}`;
  else if (found.length === 0) status = matches.isFetching ? 'Searching…' : `No topic is called “${wanted}”.`;
  return (
    <SearchSelect
      label={label}
      hint={hint}
      error={error}
      options={found.map(({ slug, name, parent }) => ({
        value: slug,
        label: name,
        ...(parent && { note: `in ${parent.name}` }),
      }))}
      status={status}
      selected={value && { value: value.slug, label: value.name }}
      onSelect={(option) => onChange(option && { slug: option.value, name: option.label })}
      onSearch={setText}
    />
  );
}
