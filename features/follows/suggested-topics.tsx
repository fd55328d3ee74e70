'use client';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { FollowButton } from './follow-button.tsx';
import type { FollowSuggestionDto } from './follow-suggestions.dto.ts';
import styles from './suggested-topics.module.css';

/** Topics often in the same articles as what is followed. One that is followed here stays, to be taken back. */
export function SuggestedTopics({ suggestions }: { suggestions: FollowSuggestionDto[] }) {
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.suggested} aria-labelledby="suggested">
      <SectionHeading title="Often with what you follow" id="suggested" />
      <TopicRows isSingle>
        {suggestions.map(({ slug, name, often }) => (
          <TopicRow
            key={slug}
            slug={slug}
            name={name}
            description={`Often ${often.isAuthor ? 'by' : 'with'} ${often.name}`}
            action={<FollowButton slug={slug} topicName={name} label="action" />}
          />
        ))}
      </TopicRows>
    </section>
  );
}
