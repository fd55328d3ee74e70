'use client';
import { useState } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { ApiError } from '@/lib/api-client.ts';
import type { EditedTopicDto } from './topic-editing.dto.ts';
import type { TopicRef } from './topic-fields.ts';
import styles from './topic-form.module.css';
import { TopicPicker } from './topic-picker.tsx';
import { counted, sayOfChosen } from './topic-words.ts';
import { useEditedTopic, useTopicChange } from './use-edited-topic.ts';
import { WhatWasDone } from './what-was-done.tsx';

/** Retires a topic, naming one that its followers may turn to, and restores it. */
export function RetirePanel({ topic: initial }: { topic: EditedTopicDto }) {
  const topic = useEditedTopic(initial);
  const change = useTopicChange(topic);
  // Undefined while nothing was chosen here: then the stored one shows.
  const [chosen, setChosen] = useState<TopicRef | null | undefined>();
  /** What was done here last, where the button that did it does the opposite now. */
  const [done, setDone] = useState<'retired' | 'restored' | null>(null);
  const stored = topic.successor
    ? { slug: topic.successor, name: topic.successorName ?? topic.successor }
    : null;
  const successor = chosen === undefined ? stored : chosen;
  const error = change.error instanceof ApiError ? change.error : null;
  if (topic.kind === 'section') return null;

  const set = (isRetired: boolean) => {
    if (change.isPending) return;
    setDone(null);
    change.mutate(isRetired ? { isRetired, successor: successor?.slug ?? null } : { isRetired }, {
      onSuccess: () => {
        setChosen(undefined);
        if (isRetired === topic.isRetired) showMessage(`${topic.name} has its successor saved.`);
        else setDone(isRetired ? 'retired' : 'restored');
      },
    });
  };
  return (
    <section className={styles.section} aria-labelledby="retirement">
      {done ? (
        <WhatWasDone key={done}>
          <SectionHeading id="retirement" title={`${topic.name} is ${done}`} />
        </WhatWasDone>
      ) : (
        <SectionHeading id="retirement" title={topic.isRetired ? 'This topic is retired' : 'Retire'} />
      )}
      <p>
        {topic.isRetired
          ? 'Its page stays and says so; nobody can start to follow it.'
          : `A retired topic keeps its page and articles${sayKept(topic.followerCount)}; nobody can start to follow it. It can be restored.`}
      </p>
      <div className={styles.picker}>
        <TopicPicker
          label="Successor"
          hint="The topic its followers may turn to. May be empty."
          value={successor}
          except={topic.slug}
          error={
            error?.fields.successor && sayOfChosen(successor?.name ?? 'Successor', error.fields.successor)
          }
          onChange={setChosen}
        />
      </div>
      {error && !error.fields.successor ? (
        <Notice tone="error" title="Nothing was changed">
          {error.message}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        {topic.isRetired ? (
          <>
            <Button onClick={() => set(false)}>Restore</Button>
            <Button variant="outline" onClick={() => set(true)}>
              Save successor
            </Button>
          </>
        ) : (
          <Button variant="outline" onClick={() => set(true)}>
            Retire this topic
          </Button>
        )}
      </div>
    </section>
  );
}

function sayKept(followerCount: number): string {
  if (followerCount === 0) return '';
  return `, and its ${counted(followerCount, 'follower keeps', 'followers keep')} it`;
}
