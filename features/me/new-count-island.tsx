'use client';
import { Badge } from '@/components/ui/badge.tsx';
import { useMe } from './use-me.ts';

/** How many articles in Following are new to the reader; nothing for visitors and for none. */
export function NewCountIsland() {
  const { me } = useMe();
  return <Badge count={me.newCount} label={me.newCount === 1 ? 'new article' : 'new articles'} />;
}
