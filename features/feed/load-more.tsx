'use client';
import { type MouseEvent, useEffect, useRef } from 'react';
import { FeedSkeleton } from '@/components/feed/feed-skeleton.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import styles from './load-more.module.css';

/** How far above the button loading begins by itself. */
const AHEAD = '600px';

export type LoadMoreProps = {
  href: string;
  isLoading: boolean;
  /** The last try failed: no further one without the reader, or without the network coming back. */
  hasFailed: boolean;
  /** Pages would come and go unseen: each is asked for by the reader. */
  isByHand?: boolean;
  /** `isKeyboard`: the reader is at the button by keyboard, whether they pressed it or it went on by itself. */
  onMore: (isKeyboard: boolean) => void;
};

/** Loads the next page when the reader comes near it, or presses. Without JavaScript a link to older articles. */
export function LoadMore({ href, isLoading, hasFailed, isByHand = false, onMore }: LoadMoreProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || isLoading || hasFailed || isByHand) return;
    const goOn: IntersectionObserverCallback = ([entry]) => {
      if (entry?.isIntersecting) onMore(element.querySelector(':focus-visible') !== null);
    };
    const observer = new IntersectionObserver(goOn, { rootMargin: AHEAD });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isLoading, hasFailed, isByHand, onMore]);

  const press = (event: MouseEvent) => {
    if (!isLoading) onMore(event.detail === 0);
  };
  return (
    <div ref={place} className={styles.place}>
      {isLoading ? <FeedSkeleton rows={2} /> : null}
      <LinkButton href={href} aria-disabled={isLoading} onPress={press} rel="nofollow">
        {hasFailed ? 'Try again' : 'Load more'}
      </LinkButton>
    </div>
  );
}
