'use client';
import { useSyncExternalStore } from 'react';

/** Null until it is looked up: each look at the cookies makes the page wait for another process of the browser. */
let hint: boolean | null = null;
/** The first look was taken before the page was painted, by the script of lib/display.ts. */
let isFirstLook = true;
const listeners = new Set<() => void>();

/** Looks the hint up again: an answer of the server may have cleared it. */
export function lookForSession(): void {
  hint = null;
  isFirstLook = false;
  for (const onChange of listeners) onChange();
}

/** The same outside of what is drawn: for what is pressed, which may come before the hooks below know. */
export function readHint(): boolean {
  if (hint === null) {
    hint = isFirstLook
      ? 'reader' in document.documentElement.dataset
      : document.cookie.split('; ').includes('signed-in=1');
    isFirstLook = false;
  }
  return hint;
}

/** A page that comes back from the browser's memory may be of a session that has ended since. */
function lookWhenBack({ persisted }: PageTransitionEvent): void {
  if (persisted) lookForSession();
}

function subscribe(onChange: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('focus', lookForSession);
    window.addEventListener('pageshow', lookWhenBack);
  }
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size > 0) return;
    window.removeEventListener('focus', lookForSession);
    window.removeEventListener('pageshow', lookWhenBack);
  };
}

/**
 * Whether this browser probably has a session, by the readable hint cookie (it holds no identity); null
 * while that cannot be known, on the server and until the page is interactive.
 */
export function useSessionHint(): boolean | null {
  return useSyncExternalStore<boolean | null>(subscribe, readHint, () => null);
}

/** As `useSessionHint`, for what asks the server: without a probable session it makes no request at all. */
export function useHasSession(): boolean {
  // Not by `useSessionHint`: on a visitor's page every island would be drawn twice.
  return useSyncExternalStore(subscribe, readHint, () => false);
}
