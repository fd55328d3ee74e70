'use client';
import { type MouseEvent, useEffect, useRef } from 'react';
import { FeedSkeleton } from '@/components/feed/feed-skeleton.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import styles from './load-more.module.css';

/** How far above the button loading begins by itself. */
const AHEAD = '600px';

/** Loads the next page when the reader comes near it, or presses. Without JavaScript a link to older articles. */
export function LoadMore({
  href,
  isLoading,
  onMore,
}: {
  href: string;
  isLoading: boolean;
  onMore: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || isLoading) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isLoading, onMore]);

  const press = (event: MouseEvent) => {
    event.preventDefault();
    if (!isLoading) onMore();
  };
  return (
    <div ref={place} className={styles.place}>
      {isLoading ? <FeedSkeleton rows={2} /> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a link that leads somewhere without JavaScript. */}
      <a
        className={buttonClass('outline')}
        href={href}
        role="button"
        aria-disabled={isLoading}
        onClick={press}
        rel="nofollow"
      >
        Load more
      </a>
    </div>
  );
}
