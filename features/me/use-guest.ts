'use client';
import { useSyncExternalStore } from 'react';
import { type Guest, NO_GUEST, readGuest, subscribeToGuest } from './guest.ts';

/** What is followed in this browser without an account; nothing on the server and until a page is interactive. */
export function useGuest(): Guest {
  return useSyncExternalStore(subscribeToGuest, readGuest, () => NO_GUEST);
}
