'use client';
import { type RefObject, useEffect, useState } from 'react';

/** A reader who throws the page may pass the element between two frames: what lies above has been reached too. */
const PASSED = { rootMargin: '100000px 0px 0px' };

/** True once the element has been reached by scrolling, and from then on. It needs a height. */
export function useIsInView(ref: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || isSeen) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setIsSeen(true);
    }, PASSED);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, isSeen]);
  return isSeen;
}
