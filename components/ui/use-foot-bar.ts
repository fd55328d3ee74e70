'use client';
import { type RefObject, useEffect } from 'react';

const HEIGHT = '--bar-content';

/**
 * For a bar that stays along the foot of the screen while something is chosen in `list`. Tells the page's
 * styles how high it is within its padding (`--bar-content`), and brings out from under it what has the
 * focus in the list: the bar comes, and grows, after that was scrolled to.
 */
export function useFootBar(bar: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!bar.current) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      root.style.setProperty(HEIGHT, `${Math.ceil(entry?.contentRect.height ?? 0)}px`);
      const focused = document.activeElement;
      if (focused !== list.current && list.current?.contains(focused))
        focused?.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(bar.current);
    return () => {
      observer.disconnect();
      root.style.removeProperty(HEIGHT);
    };
  }, [bar, list]);
}
