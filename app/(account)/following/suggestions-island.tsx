'use client';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useIsInView } from '@/components/ui/use-is-in-view.ts';
import { followSuggestionsQuery } from '@/features/follows/follow-suggestions.queries.ts';
import { SuggestedTopics } from '@/features/follows/suggested-topics.tsx';
import styles from './suggestions.module.css';

/** At the feed's end: what else could be followed. Asked for only when a reader comes there. */
export function Suggestions() {
  const place = useRef<HTMLDivElement>(null);
  const { data } = useQuery({ ...followSuggestionsQuery, enabled: useIsInView(place) });
  return (
    <div ref={place} className={styles.place}>
      {data ? <SuggestedTopics suggestions={data.suggestions} /> : null}
    </div>
  );
}
