'use client';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { formatDay } from '@/lib/time.ts';
import { FollowButton } from './follow-button.tsx';
import styles from './followed-rail.module.css';
import type { FollowDto } from './follows.dto.ts';
import { RAIL_SIZE } from './rail-size.ts';
import { useStayingFollows } from './use-staying-follows.ts';

type Follow = Pick<FollowDto, 'slug' | 'name' | 'kind' | 'snoozedUntil'>;

/**
 * What the reader follows, beside the feed: the first of it by name, and how many they are in all. A row that is unfollowed here stays until the page is
 * left, so that it can be followed again and the focus keeps its place.
 */
export function FollowedRail({ follows, count }: { follows: Follow[]; count: number }) {
  const shown = useStayingFollows(follows);
  const snoozes = new Map(follows.map(({ slug, snoozedUntil }) => [slug, snoozedUntil]));
  return (
    <section aria-labelledby="followed">
      <SectionHeading title="You follow" href="/following/manage" id="followed" />
      <TopicRows isSingle>
        {shown.slice(0, RAIL_SIZE).map(({ slug, name, kind }) => (
          <TopicRow
            key={slug}
            slug={slug}
            name={name}
            isAuthor={kind === 'author'}
            description={describeSnooze(snoozes.get(slug) ?? null)}
            action={<FollowButton slug={slug} topicName={name} label="action" isFollowing />}
          />
        ))}
      </TopicRows>
      {count > RAIL_SIZE ? (
        <p className={styles.rest}>
          <SiteLink href="/following/manage">All {count} you follow</SiteLink>
        </p>
      ) : null}
    </section>
  );
}

function describeSnooze(snoozedUntil: string | null): string | undefined {
  return snoozedUntil === null ? undefined : `Snoozed until ${formatDay(snoozedUntil)}`;
}
