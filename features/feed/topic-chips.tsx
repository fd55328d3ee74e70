'use client';
import { Chip, ChipRow } from '@/components/ui/chip.tsx';
import { feedSearch } from './feed.queries.ts';
import styles from './topic-filter.module.css';

type TopicChipsProps = {
  topics: { slug: string; name: string }[];
  /** How many more there are, on the manage page. */
  moreCount: number;
  current: string | null;
  unreadOnly: boolean;
};

/** A chip for each topic, and one for all of them. Links, so that each has an address. */
export function TopicChips({ topics, moreCount, current, unreadOnly }: TopicChipsProps) {
  const address = (topic: string | null) => `/following${feedSearch({ topic, unreadOnly })}`;
  return (
    <div className={styles.filter}>
      <ChipRow label="Show one topic">
        <Chip href={address(null)} isCurrent={current === null}>
          All
        </Chip>
        {topics.map(({ slug, name }) => (
          <Chip key={slug} href={address(slug)} isCurrent={slug === current}>
            {name}
          </Chip>
        ))}
        {moreCount > 0 ? <Chip href="/following/manage">{moreCount} more</Chip> : null}
      </ChipRow>
    </div>
  );
}
