'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { useFootBar } from '@/components/ui/use-foot-bar.ts';
import { ApiError } from '@/lib/api-client.ts';
import styles from './topic-articles-bar.module.css';
import type { TopicRef } from './topic-fields.ts';
import { TopicPicker } from './topic-picker.tsx';
import { counted, sentence } from './topic-words.ts';
import { useTopicArticles } from './use-topic-articles.ts';

export interface TopicArticlesBarProps {
  topic: TopicRef;
  /** Slugs of the selected articles; at least one. */
  selected: string[];
  /** Where they are selected: the bar stays in sight along its foot. */
  list: RefObject<HTMLElement | null>;
  onDone: () => void;
}

/** What may be done with the selected articles of a topic. */
export function TopicArticlesBar({ topic, selected, list, onDone }: TopicArticlesBarProps) {
  const change = useTopicArticles(topic.slug);
  const [isMoving, setIsMoving] = useState(false);
  const [to, setTo] = useState<TopicRef | null>(null);
  const [wantsTarget, setWantsTarget] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useFootBar(bar, list);
  useEffect(() => {
    // In sight already, while the bar is still growing: browsers would scroll to where it ends up below the list.
    if (isMoving) bar.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [isMoving]);
  const fields = change.error instanceof ApiError ? change.error.fields : {};
  const report = (done: string) => ({
    onSuccess: ({ changed }: { changed: string[] }) => {
      const gone = selected.length - changed.length;
      const rest = gone > 0 ? ` ${counted(gone, 'article', 'articles')} had left ${topic.name} already.` : '';
      showMessage(`${counted(changed.length, 'article', 'articles')} ${done}.${rest}`);
      onDone();
    },
  });
  const remove = () => {
    if (!change.isPending) change.mutate({ remove: selected }, report(`taken out of ${topic.name}`));
  };
  const move = () => {
    setWantsTarget(to === null);
    if (to && !change.isPending)
      change.mutate({ articles: selected, to: to.slug }, report(`moved to ${to.name}`));
  };
  const toError = fields.to ? `${to?.name} ${fields.to}.` : wantsTarget ? 'Choose a topic first.' : undefined;
  return (
    <section className={styles.bar} aria-label="Selected articles" ref={bar}>
      <p role="status" className={styles.count}>
        {counted(selected.length, 'article', 'articles')} selected
      </p>
      <div className={styles.deeds}>
        <Button variant="outline" size="small" className={styles.remove} onClick={remove}>
          Remove from {topic.name}
        </Button>
        <Button
          variant="outline"
          size="small"
          aria-expanded={isMoving}
          onClick={() => setIsMoving(!isMoving)}
        >
          Move to…
        </Button>
      </div>
      {change.error && !fields.to ? (
        <div className={styles.wide}>
          <Notice tone="error" title="Nothing was changed">
            {sentence(fields.articles ?? fields.remove ?? change.error.message)}
          </Notice>
        </div>
      ) : null}
      {isMoving ? (
        <div className={styles.moving}>
          <div className={styles.target}>
            <TopicPicker
              label="Move to"
              hint={`The topic they get in place of ${topic.name}.`}
              error={toError}
              value={to}
              except={topic.slug}
              onChange={(target) => {
                change.reset();
                setWantsTarget(false);
                setTo(target);
              }}
            />
          </div>
          <Button variant="outline" onClick={move}>
            {change.isPending ? 'Working…' : 'Move'}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
