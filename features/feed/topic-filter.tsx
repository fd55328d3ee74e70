import { Chip, ChipRow } from '@/components/ui/chip.tsx';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { feedSearch } from './feed.queries.ts';
import styles from './topic-filter.module.css';

/** Above this many, only the topics with the newest articles have a chip: the feed must stay in sight. */
const MAX_CHIPS = 12;

type Follow = Pick<FollowDto, 'slug' | 'name' | 'latestArticleAt' | 'snoozedUntil'>;

type TopicFilterProps = { follows: Follow[]; current: string | null; unreadOnly: boolean };

/**
 * Chips that narrow Following to one followed topic. Links, so that each has an address. A snoozed topic
 * has none, but for the one shown.
 */
export function TopicFilter({ follows, current, unreadOnly }: TopicFilterProps) {
  if (follows.length < 2) return null;
  const awake = follows.filter(({ slug, snoozedUntil }) => snoozedUntil === null || slug === current);
  const shown = newestTopics(awake, current);
  return (
    <div className={styles.filter}>
      <ChipRow label="Show one topic">
        <Chip href={`/following${feedSearch({ topic: null, unreadOnly })}`} isCurrent={current === null}>
          All
        </Chip>
        {shown.map((follow) => (
          <Chip
            key={follow.slug}
            href={`/following${feedSearch({ topic: follow.slug, unreadOnly })}`}
            isCurrent={follow.slug === current}
          >
            {follow.name}
          </Chip>
        ))}
        {shown.length < follows.length ? (
          <Chip href="/following/manage">{follows.length - shown.length} more</Chip>
        ) : null}
      </ChipRow>
    </div>
  );
}

/** Those with the newest articles and the one shown, in their own order. */
function newestTopics(follows: Follow[], current: string | null): Follow[] {
  if (follows.length <= MAX_CHIPS) return follows;
  const newest = follows
    .toSorted((a, b) => (b.latestArticleAt ?? '').localeCompare(a.latestArticleAt ?? ''))
    .slice(0, MAX_CHIPS);
  return follows.filter((follow) => newest.includes(follow) || follow.slug === current);
}
