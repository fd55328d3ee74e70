'use client';
import { useQuery } from '@tanstack/react-query';
import type { MeDto } from './me.dto.ts';
import { meQuery } from './me.queries.ts';
import { useGuest } from './use-guest.ts';
import { useHasSession } from './use-has-session.ts';
import { VISITOR } from './visitor.ts';

/**
 * What the islands of a page know about the reader; `isKnown` is false until the answer is there.
 * What is followed without an account is known without asking.
 */
export function useMe(): { me: MeDto; isKnown: boolean } {
  const hasSession = useHasSession();
  const guest = useGuest();
  const { data } = useQuery({ ...meQuery, enabled: hasSession });
  return { me: hasSession ? (data ?? VISITOR) : guest.me, isKnown: !hasSession || data !== undefined };
}
