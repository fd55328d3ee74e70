'use client';
import { useSyncExternalStore } from 'react';

const subscribe = (onChange: () => void) => {
  window.addEventListener('focus', onChange);
  // A page that comes back from the browser's memory may be of a session that has ended since.
  window.addEventListener('pageshow', onChange);
  return () => {
    window.removeEventListener('focus', onChange);
    window.removeEventListener('pageshow', onChange);
  };
};

/**
 * Whether this browser probably has a session, by the readable hint cookie (it holds no identity); null
 * while that cannot be known, on the server and until the page is interactive.
 */
export function useSessionHint(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => document.cookie.split('; ').includes('signed-in=1'),
    () => null,
  );
}

/** As `useSessionHint`, for what asks the server: without a probable session it makes no request at all. */
export function useHasSession(): boolean {
  return useSessionHint() === true;
}
