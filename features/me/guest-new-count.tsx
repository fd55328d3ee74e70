'use client';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { Badge } from '@/components/ui/badge.tsx';
import { feedPreviewQuery } from '@/features/feed/feed-preview.queries.ts';
import type { Guest } from './guest.ts';

/** How many of the newest articles in Following are new to a reader without an account. Loaded on demand. */
export function GuestNewCount({ guest: { me, seenUpTo } }: { guest: Guest }) {
  // Following itself shows what is new, and asks for it.
  const isElsewhere = usePathname() !== '/following';
  const query = feedPreviewQuery(me.followedTopics);
  const { data } = useQuery({ ...query, enabled: isElsewhere });
  if (!isElsewhere || !data || seenUpTo === null) return null;
  const count = data.items.filter((item) => item.firstVisibleAt > seenUpTo).length;
  return <Badge count={count} label={count === 1 ? 'new article' : 'new articles'} />;
}
