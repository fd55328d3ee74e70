'use client';
import { useRef } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { FoundWordsDto, TopicSuggestionDto } from '@/features/articles/article-topics.dto.ts';
import styles from './article-topics.module.css';
import { KIND_NAMES } from './topic-words.ts';
import type { DraftTopic } from './use-article-topics.ts';

const PLACES: Record<FoundWordsDto['where'], string> = { headline: 'Headline', dek: 'Dek', body: 'Text' };

export interface TopicSuggestionsProps {
  suggestions: TopicSuggestionDto[];
  /** What the article has, or is to have: not suggested. */
  topics: DraftTopic[];
  onAdd: (topic: DraftTopic) => void;
}

/** Topics whose names stand in the article, with the words that say so. */
export function TopicSuggestions({ suggestions, topics, onAdd }: TopicSuggestionsProps) {
  const section = useRef<HTMLElement>(null);
  const shown = suggestions.filter(({ slug }) => !topics.some((topic) => topic.slug === slug));
  const add = (suggestion: TopicSuggestionDto) => {
    onAdd(suggestion);
    // The button that had the focus goes.
    section.current?.focus();
  };
  return (
    <section className={styles.section} aria-labelledby="suggested-topics" ref={section} tabIndex={-1}>
      <SectionHeading id="suggested-topics" title="Suggested by its words" />
      {shown.length === 0 ? (
        <p className={styles.note}>No other topic’s name stands in the headline, dek or text.</p>
      ) : null}
      <ul className={styles.suggestions}>
        {shown.map((suggestion) => (
          <li key={suggestion.slug} className={styles.suggestion}>
            <div className={styles.words}>
              <p>
                <span className={styles.name}>{suggestion.name}</span>
                <span className={styles.note}>
                  {' '}
                  {KIND_NAMES[suggestion.kind]},{' '}
                  {suggestion.count === 1 ? 'once' : `${suggestion.count} times`}
                </span>
              </p>
              <ul className={styles.places}>
                {suggestion.found.map((found) => (
                  <li key={`${found.where} ${found.before} ${found.after}`} className={styles.place}>
                    <span className={styles.where}>{PLACES[found.where]}: </span>
                    {found.before}
                    <mark>{found.words}</mark>
                    {found.after}
                  </li>
                ))}
              </ul>
            </div>
            <Button
              variant="outline"
              size="small"
              aria-label={`Add ${suggestion.name}`}
              onClick={() => add(suggestion)}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
