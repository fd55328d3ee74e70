'use client';
import { useQuery } from '@tanstack/react-query';
import type { MeDto } from './me.dto.ts';
import { meQuery } from './me.queries.ts';
import { useHasSession } from './use-has-session.ts';
import { VISITOR } from './visitor.ts';

/** What the islands of a page know about the reader; `isKnown` is false until the answer is there. */
export function useMe(): { me: MeDto; isKnown: boolean } {
  const hasSession = useHasSession();
  const { data } = useQuery({ ...meQuery, enabled: hasSession });
  return { me: (hasSession && data) || VISITOR, isKnown: !hasSession || data !== undefined };
}
