'use client';
import { SiteLink } from '@/components/ui/site-link.tsx';
import type { EditedTopicDto } from './topic-editing.dto.ts';
import styles from './topic-table.module.css';
import { counted, formatArticles, KIND_NAMES } from './topic-words.ts';
import { useEditedTopic } from './use-edited-topic.ts';

/** What a topic's editors see first: its figures, counted when the page was made, and where it shows. */
export function TopicFacts({ topic: initial }: { topic: EditedTopicDto }) {
  const topic = useEditedTopic(initial);
  const children = counted(topic.childCount, 'topic under it', 'topics under it');
  return (
    <p className={styles.facts}>
      <span>
        {KIND_NAMES[topic.kind]}
        {topic.isRetired ? ', retired' : ''}
      </span>
      <span>{counted(topic.followerCount, 'follower', 'followers')}</span>
      <SiteLink href={`/admin/topics/${topic.slug}/articles`}>{formatArticles(topic.articleCount)}</SiteLink>
      {topic.childCount > 0 ? (
        <SiteLink href={`/admin/topics?parent=${topic.slug}`}>{children}</SiteLink>
      ) : (
        <span>{children}</span>
      )}
      <SiteLink href={`/admin/topics/new?parent=${topic.slug}`}>Add a topic under it</SiteLink>
      <SiteLink href={`/topic/${topic.slug}`}>Its page</SiteLink>
    </p>
  );
}
