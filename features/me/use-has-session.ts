'use client';
import { useSyncExternalStore } from 'react';

const subscribe = (onChange: () => void) => {
  window.addEventListener('focus', onChange);
  return () => window.removeEventListener('focus', onChange);
};

/**
 * Whether this browser probably has a session, by the readable hint cookie (it holds no identity):
 * a visitor without one makes no request at all. False while the page is not yet interactive.
 */
export function useHasSession(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.cookie.split('; ').includes('signed-in=1'),
    () => false,
  );
}
