'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SearchSelect } from '@/components/ui/search-select.tsx';
import type { FoundArticleDto } from '@/features/articles/article-topics.dto.ts';
import { articleMatchesQuery } from '@/features/articles/article-topics.queries.ts';
import { ApiError } from '@/lib/api-client.ts';
import { formatDate } from '@/lib/time.ts';
import { PickAndDo } from './article-topics.tsx';
import type { TopicRef } from './topic-fields.ts';
import styles from './topic-form.module.css';
import { STATE_NAMES, sentence } from './topic-words.ts';
import { useTopicArticles } from './use-topic-articles.ts';

type Chosen = { value: string; label: string };

/** Puts an article into a topic, found by words of its headline; empty again after each. */
export function AddArticle({ topic }: { topic: TopicRef }) {
  const change = useTopicArticles(topic.slug);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [added, setAdded] = useState(0);
  const error = change.error instanceof ApiError ? (change.error.fields.add ?? change.error.message) : null;
  const add = () => {
    if (!chosen || change.isPending) return;
    change.mutate(
      { add: [chosen.value] },
      {
        onSuccess: ({ changed }) => {
          const was = changed.length > 0 ? 'is in' : 'was already in';
          showMessage(`“${chosen.label}” ${was} ${topic.name}.`);
          setChosen(null);
          setAdded(added + 1);
        },
      },
    );
  };
  return (
    <section className={styles.section} aria-labelledby="add-articles">
      <SectionHeading id="add-articles" title="Add articles" />
      <PickAndDo>
        <ArticlePicker
          key={added}
          error={error ? sentence(error) : undefined}
          value={chosen}
          onChange={(next) => {
            change.reset();
            setChosen(next);
          }}
        />
        <Button variant="outline" onClick={add}>
          {change.isPending ? 'Adding…' : `Add to ${topic.name}`}
        </Button>
      </PickAndDo>
    </section>
  );
}

function ArticlePicker(props: {
  error: string | undefined;
  value: Chosen | null;
  onChange: (value: Chosen | null) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const matches = useQuery(articleMatchesQuery(wanted));
  const found = wanted === '' ? [] : (matches.data?.articles ?? []);
  let status: string | null = null;
  if (wanted === '') status = 'Type words of a headline.';
  else if (matches.error) status = `The articles could not be searched. ${matches.error.message}`;
  else if (found.length === 0)
    status = matches.isFetching ? 'Searching…' : `No headline has the words “${wanted}”.`;
  return (
    <SearchSelect
      label="Article"
      hint="Words of its headline, or their beginnings."
      error={props.error}
      options={found.map((article) => ({
        value: article.slug,
        label: article.headline,
        note: noteOf(article),
      }))}
      status={status}
      selected={props.value}
      onSelect={(option) => props.onChange(option && { value: option.value, label: option.label })}
      onSearch={setText}
    />
  );
}

function noteOf({ publishedAt, state }: FoundArticleDto): string {
  return [formatDate(publishedAt), STATE_NAMES[state]].filter(Boolean).join(', ');
}
