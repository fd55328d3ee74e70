'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { meQuery } from './me.queries.ts';
import { useGuest } from './use-guest.ts';
import { useHasSession } from './use-has-session.ts';
import { MeContext } from './use-me.ts';
import { VISITOR } from './visitor.ts';

/** Asks who is reading, once for all islands of a page: each that asked by itself would watch the answer by itself. */
export function MeProvider({ children }: { children: ReactNode }) {
  const hasSession = useHasSession();
  const guest = useGuest();
  const { data } = useQuery({ ...meQuery, enabled: hasSession });
  const me = hasSession ? (data ?? VISITOR) : guest.me;
  const isKnown = !hasSession || data !== undefined;
  const known = useMemo(() => ({ me, isKnown }), [me, isKnown]);
  return <MeContext value={known}>{children}</MeContext>;
}
