'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { FeedSkeleton } from '@/components/feed/feed-skeleton.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { GUEST_FOLLOW_LIMIT } from '@/features/me/guest-limit.ts';
import { useMe } from '@/features/me/use-me.ts';
import styles from './choice-preview.module.css';
import { feedPreviewQuery } from './feed-preview.queries.ts';

const SHOWN = 5;
/** Long enough that topics chosen one after the other are asked for once. */
const SETTLE_MS = 350;

/** The newest articles of what is chosen so far, while it is being chosen. Its place is the same from the start. */
export function ChoicePreview() {
  const { me } = useMe();
  const chosen = me.followedTopics.slice(0, GUEST_FOLLOW_LIMIT);
  const asked = useSettled(chosen.join(','));
  const query = feedPreviewQuery(asked.split(',').filter(Boolean));
  const { data, error } = useQuery({ ...query, placeholderData: keepPreviousData });
  const shown = data?.items.slice(0, SHOWN) ?? [];
  return (
    <section id="preview" className={styles.preview} aria-labelledby="preview-title">
      <SectionHeading title="Your feed so far" id="preview-title" />
      {chosen.length === 0 ? (
        <p className={styles.note}>Choose a topic, and its newest articles are shown here.</p>
      ) : shown.length > 0 ? (
        // Another list is made anew: its articles do not move about under the reader's eyes.
        <ArticleList key={shown.map(({ slug }) => slug).join()} label="Your feed so far" isTight>
          {shown.map((item) => (
            <ArticleListItem key={item.slug}>
              <ArticleCard article={item} variant="compact" reasons={item.reasons} />
            </ArticleListItem>
          ))}
        </ArticleList>
      ) : data ? (
        <p className={styles.note}>Nothing published yet on what you chose.</p>
      ) : error ? (
        <p className={styles.note}>It cannot be shown just now. {error.message}</p>
      ) : (
        <FeedSkeleton rows={2} />
      )}
    </section>
  );
}

/** A value that follows another once that has kept still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
