import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { TopicChips } from './topic-chips.tsx';

/** Above this many, only the topics with the newest articles have a chip: the feed must stay in sight. */
const MAX_CHIPS = 12;

type Follow = Pick<FollowDto, 'slug' | 'name' | 'latestArticleAt' | 'snoozedUntil'>;

type TopicFilterProps = { follows: Follow[]; current: string | null; unreadOnly: boolean };

/** Narrows Following to one followed topic. A snoozed topic has no chip, but for the one shown. */
export function TopicFilter({ follows, ...filter }: TopicFilterProps) {
  if (follows.length < 2) return null;
  const { current } = filter;
  const awake = follows.filter(({ slug, snoozedUntil }) => snoozedUntil === null || slug === current);
  const topics = newestTopics(awake, current).map(({ slug, name }) => ({ slug, name }));
  return <TopicChips topics={topics} moreCount={follows.length - topics.length} {...filter} />;
}

/** Those with the newest articles and the one shown, in their own order. */
function newestTopics(follows: Follow[], current: string | null): Follow[] {
  if (follows.length <= MAX_CHIPS) return follows;
  const newest = follows
    .toSorted((a, b) => (b.latestArticleAt ?? '').localeCompare(a.latestArticleAt ?? ''))
    .slice(0, MAX_CHIPS);
  return follows.filter((follow) => newest.includes(follow) || follow.slug === current);
}
