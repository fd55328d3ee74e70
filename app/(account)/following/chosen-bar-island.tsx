'use client';
import { useIsMutating } from '@tanstack/react-query';
import { type MouseEvent, useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { useMe } from '@/features/me/use-me.ts';
import styles from './topic-chooser.module.css';

const FEED = '/following';

/** Along the foot of the screen: how many topics are chosen, and the way to the feed made of them. */
export function ChosenBar() {
  const count = useMe().me.followedTopics.length;
  const isSaving = useIsMutating({ mutationKey: ['follow'] }) > 0;
  const [isLeaving, setIsLeaving] = useState(false);

  useEffect(() => {
    // The feed is made by the server: it must have heard of every choice.
    if (isLeaving && !isSaving) window.location.assign(FEED);
  }, [isLeaving, isSaving]);

  const leave = (event: MouseEvent) => {
    if (!isSaving) return;
    event.preventDefault();
    setIsLeaving(true);
  };
  return (
    <section className={styles.bar} aria-label="Your choice">
      <p role="status" className={styles.count}>
        {count === 0 ? 'Nothing chosen yet' : `${count} chosen`}
      </p>
      {count === 0 ? null : (
        // Where it stands under the topics.
        <a className={styles.toPreview} href="#preview">
          Preview
        </a>
      )}
      {count === 0 ? (
        <Button disabled>Show my feed</Button>
      ) : (
        // A plain link: the page is made anew with what was chosen.
        <a className={buttonClass('solid')} href={FEED} onClick={leave}>
          Show my feed
        </a>
      )}
    </section>
  );
}
