import { Chip, ChipRow } from '@/components/ui/chip.tsx';
import styles from './topic-filter.module.css';

/** Chips that narrow Following to one followed topic. Links, so that each has an address. */
export function TopicFilter({
  follows,
  current,
}: {
  follows: { slug: string; name: string }[];
  current: string | null;
}) {
  if (follows.length < 2) return null;
  return (
    <div className={styles.filter}>
      <ChipRow label="Show one topic">
        <Chip href="/following" isCurrent={current === null}>
          All
        </Chip>
        {follows.map((follow) => (
          <Chip
            key={follow.slug}
            href={`/following?topic=${encodeURIComponent(follow.slug)}`}
            isCurrent={follow.slug === current}
          >
            {follow.name}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
