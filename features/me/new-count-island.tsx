'use client';
import { lazy, Suspense } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { useGuest } from './use-guest.ts';
import { useHasSession } from './use-has-session.ts';
import { useMe } from './use-me.ts';

const GuestNewCount = lazy(() =>
  import('./guest-new-count.tsx').then((module) => ({ default: module.GuestNewCount })),
);

/**
 * How many articles in Following are new to the reader; nothing for none, nor for visitors. Who
 * follows without an account and has seen Following before has theirs counted too.
 */
export function NewCountIsland() {
  const { me } = useMe();
  const guest = useGuest();
  const hasSession = useHasSession();
  if (!hasSession && guest.seenUpTo) {
    return (
      <Suspense fallback={null}>
        <GuestNewCount guest={guest} />
      </Suspense>
    );
  }
  return <Badge count={me.newCount} label={me.newCount === 1 ? 'new article' : 'new articles'} />;
}
