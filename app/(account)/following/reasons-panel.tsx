'use client';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { dismissMessagesAbout, showMessage } from '@/components/ui/messages.ts';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { FeedCard } from '@/features/feed/feed.dto.ts';
import { useFollow } from '@/features/follows/use-follow.ts';
import { useMe } from '@/features/me/use-me.ts';
import { useMute } from '@/features/mutes/use-mute.ts';
import { SnoozeButton } from '@/features/snoozes/snooze-button.tsx';
import styles from './why-shown.module.css';

export type ShownArticle = Pick<FeedCard, 'reasons' | 'authors'>;

/** Every reason why an article is in the feed, and what the reader can do about each. Loaded on demand. */
export function ReasonsPanel({ article }: { article: ShownArticle }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    return () => keepPlace(element);
  }, []);
  return (
    <div ref={panel}>
      <p className={styles.title}>Why am I seeing this?</p>
      <ul className={styles.reasons}>
        {article.reasons.map((reason) => (
          <Reason
            key={reason.slug}
            topic={reason}
            isAuthor={article.authors.some((author) => author.slug === reason.slug)}
          />
        ))}
      </ul>
      <p className={styles.note}>
        Fewer of these: the topic is muted. Its articles, and those of topics beneath it, are hidden from
        Following, also where something else you follow matches. You go on following it, and can{' '}
        <SiteLink href="/following/manage#muted">unmute it</SiteLink>.
      </p>
    </div>
  );
}

function Reason({ topic, isAuthor }: { topic: { slug: string; name: string }; isAuthor: boolean }) {
  const { slug, name } = topic;
  const { me } = useMe();
  const about = `follow:${slug}`;
  const setFollow = useFollow(slug, (error, isWanted) => {
    showMessage(`Could not ${isWanted ? 'follow' : 'unfollow'} ${name}. ${error.message}`, undefined, about);
  });
  const setMute = useMute({ slug, name, kind: isAuthor ? 'author' : 'topic' });
  const isFollowed = me.followedTopics.includes(slug);
  const isMuted = me.mutedTopics.includes(slug);

  const pressFollow = () => {
    setFollow(!isFollowed);
    if (!isFollowed) return dismissMessagesAbout(about);
    const undo = { label: 'Undo', onPress: () => setFollow(true) };
    showMessage(`You no longer follow ${name}.`, undo, about);
  };
  return (
    <li className={styles.reason}>
      <SiteLink className={styles.name} href={isAuthor ? `/author/${slug}` : `/topic/${slug}`}>
        {name}
      </SiteLink>
      <span className={styles.deeds}>
        <Button variant="outline" size="small" onClick={pressFollow}>
          {isFollowed ? 'Unfollow' : 'Follow'}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        {/* What is among the reasons is awake. */}
        <SnoozeButton variant="outline" topic={{ slug, name, snoozedUntil: null }} />
        <Button
          variant="outline"
          size="small"
          aria-label={isMuted ? `Unmute ${name}` : `Show me fewer of these: mute ${name}`}
          onClick={() => setMute(!isMuted)}
        >
          {isMuted ? 'Unmute' : 'Show me fewer of these'}
        </Button>
      </span>
    </li>
  );
}

/** When the article leaves the feed with the focus in it, the focus goes to the one that takes its place. */
function keepPlace(panel: HTMLElement | null): void {
  const card = panel?.closest('li:has(article)');
  const list = card?.parentElement;
  if (!card || !list || !panel?.contains(document.activeElement)) return;
  const place = [...list.querySelectorAll('article')].findIndex((article) => card.contains(article));
  queueMicrotask(() => {
    if (card.isConnected) return;
    const articles = list.querySelectorAll('article');
    const next = articles[Math.min(place, articles.length - 1)]?.querySelector<HTMLElement>('h2 a');
    (list.isConnected && next ? next : document.getElementById('main'))?.focus({ preventScroll: true });
  });
}
