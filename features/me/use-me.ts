'use client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { MeDto } from './me.dto.ts';
import { meKey } from './me.queries.ts';
import { VISITOR } from './visitor.ts';

/** What is known about the reader; `isKnown` is false until the answer is there. */
export type KnownMe = { me: MeDto; isKnown: boolean };

/** Filled by `MeProvider`; as a visitor's without it. */
export const MeContext = createContext<KnownMe>({ me: VISITOR, isKnown: true });

/**
 * What the islands of a page know about the reader. What is followed without an account is known without
 * asking. An island that comes into a page has it asked for again, if it has become old.
 */
export function useMe(): KnownMe {
  const client = useQueryClient();
  useEffect(() => {
    const isOld = { queryKey: meKey, type: 'active', stale: true } as const;
    void client.refetchQueries(isOld, { cancelRefetch: false });
  }, [client]);
  return useContext(MeContext);
}
