'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './article-topics.module.css';
import type { DraftTopic } from './use-article-topics.ts';

export interface ArticleTopicsListProps {
  topics: DraftTopic[];
  onMove: (index: number, by: -1 | 1) => void;
  onRemove: (slug: string) => void;
}

/** The topics in the order the article shows them in. The focus stays with what is moved. */
export function ArticleTopicsList({ topics, onMove, onRemove }: ArticleTopicsListProps) {
  const list = useRef<HTMLOListElement>(null);
  /** What has the focus once the list is drawn anew. */
  const next = useRef<string | null>(null);
  const focusNext = (slug: string, button: string) => {
    next.current = `[data-topic="${slug}"] [data-button="${button}"]`;
  };
  // A row that is put elsewhere loses the focus, and a button that is gone had it.
  useEffect(() => {
    if (next.current === null) return;
    (list.current?.querySelector<HTMLElement>(next.current) ?? list.current)?.focus();
    next.current = null;
  });

  return (
    <ol className={styles.topics} ref={list} tabIndex={-1} aria-label="Topics of this article, in order">
      {topics.map((topic, index) => (
        <li key={topic.slug} className={styles.topic} data-topic={topic.slug}>
          <span className={styles.words}>
            <SiteLink className={styles.name} href={`/admin/topics/${topic.slug}`}>
              {topic.name}
            </SiteLink>
            {topic.isRetired ? <span className={styles.note}> retired</span> : null}
            {topic.above && topic.above.length > 0 ? (
              <span className={styles.note}> brings {topic.above.map((above) => above.name).join(', ')}</span>
            ) : null}
          </span>
          <span className={styles.buttons}>
            {([-1, 1] as const).map((by) => (
              <Button
                key={by}
                variant="quiet"
                size="small"
                data-button={by}
                aria-label={`Move ${topic.name} ${by < 0 ? 'up' : 'down'}`}
                aria-disabled={topics[index + by] === undefined || undefined}
                onClick={() => {
                  if (topics[index + by] === undefined) return;
                  // At the end of the list only the way back is left.
                  focusNext(topic.slug, String(topics[index + 2 * by] === undefined ? -by : by));
                  onMove(index, by);
                }}
              >
                {by < 0 ? '↑' : '↓'}
              </Button>
            ))}
            <Button
              variant="quiet"
              size="small"
              data-button="remove"
              aria-label={`Remove ${topic.name}`}
              onClick={() => {
                focusNext((topics[index + 1] ?? topics[index - 1])?.slug ?? '', 'remove');
                onRemove(topic.slug);
              }}
            >
              Remove
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}
