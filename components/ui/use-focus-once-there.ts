'use client';
import { useEffect, useRef } from 'react';

/**
 * Returns what moves the focus to the element `find` finds: at once when it is there, else when a
 * later render of this component brings it. For when what had the focus goes away.
 */
export function useFocusOnceThere(): (find: () => HTMLElement | null | undefined) => void {
  const awaited = useRef<(() => HTMLElement | null | undefined) | null>(null);
  useEffect(() => {
    const element = awaited.current?.();
    if (!element) return;
    awaited.current = null;
    element.focus();
  });
  return (find) => {
    const element = find();
    awaited.current = element ? null : find;
    element?.focus();
  };
}
