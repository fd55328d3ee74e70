'use client';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { ChoicePreview } from '@/features/feed/choice-preview.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { inPaperOrder } from '@/features/topics/paper-order.ts';
import type { TopicListingDto } from '@/features/topics/topic.dto.ts';
import { fold } from '@/lib/fold.ts';
import { ChosenBar } from './chosen-bar-island.tsx';
import styles from './topic-chooser.module.css';

/** How many topics of a group are offered unasked: the ones with the most articles. */
const PER_GROUP = 6;

/**
 * Topics to begin with, in groups; any topic of the directory by search; what was chosen so far, and the
 * feed it makes.
 */
export function TopicChooser({ topics }: { topics: TopicListingDto[] }) {
  const [query, setQuery] = useState('');
  const needle = fold(query);
  const found = needle === '' ? null : topics.filter((topic) => isCalled(topic, needle));
  return (
    <>
      <search className={styles.search}>
        <TextField
          label={`Search all ${topics.length} topics`}
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <div role="status">
          <VisuallyHidden>
            {found ? `${found.length} ${found.length === 1 ? 'topic' : 'topics'} found` : ''}
          </VisuallyHidden>
        </div>
      </search>
      <FeedLayout aside={<ChoicePreview />}>
        <div className={styles.topics}>
          {found === null ? (
            suggestedGroups(topics).map(({ group, members }) => (
              <TopicGroup key={group.slug} title={group.name} id={group.slug}>
                <ChoiceRow topic={group} name={`All of ${group.name}`} />
                {members.map((topic) => (
                  <ChoiceRow key={topic.slug} topic={topic} />
                ))}
              </TopicGroup>
            ))
          ) : found.length > 0 ? (
            <TopicGroup title={`Topics like “${query.trim()}”`} id="found">
              {found.map((topic) => (
                <ChoiceRow key={topic.slug} topic={topic} />
              ))}
            </TopicGroup>
          ) : (
            <EmptyState
              title={`No topic called “${query.trim()}”`}
              actions={
                <Button variant="outline" onClick={() => setQuery('')}>
                  Show the suggestions again
                </Button>
              }
            >
              <p>Try a shorter word.</p>
            </EmptyState>
          )}
        </div>
      </FeedLayout>
      <ChosenBar />
    </>
  );
}

function TopicGroup({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-labelledby={`group-${id}`}>
      <SectionHeading title={title} id={`group-${id}`} />
      <TopicRows>{children}</TopicRows>
    </section>
  );
}

function ChoiceRow({ topic, name = topic.name }: { topic: TopicListingDto; name?: string }) {
  return (
    <TopicRow
      slug={topic.slug}
      name={name}
      description={topic.description}
      articleCount={topic.articleCount}
      action={<FollowButton slug={topic.slug} topicName={topic.name} label="action" />}
    />
  );
}

function isCalled(topic: TopicListingDto, needle: string): boolean {
  return [topic.name, ...topic.aliases].some((name) => fold(name).includes(needle));
}

function suggestedGroups(topics: TopicListingDto[]) {
  const groups = inPaperOrder(topics.filter((topic) => topic.parentSlug === null));
  return groups.map((group) => ({
    group,
    members: topics
      .filter((topic) => topic.groupSlug === group.slug && topic !== group)
      .toSorted((a, b) => b.articleCount - a.articleCount)
      .slice(0, PER_GROUP),
  }));
}
