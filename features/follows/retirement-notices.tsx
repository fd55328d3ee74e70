'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { MouseEvent } from 'react';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { followsKey, sendFollow, sendRetirementTold } from './follows.queries.ts';
import type { RetirementNews } from './retirement-news.ts';
import styles from './retirement-notices.module.css';

/** Tells a reader once of each followed topic that was retired, and offers its successor. */
export function RetirementNotices({ news }: { news: RetirementNews[] }) {
  return (
    <ul className={styles.notices} aria-label="Retired topics">
      {news.map((retired) => (
        <RetirementNotice key={retired.slug} {...retired} />
      ))}
    </ul>
  );
}

function RetirementNotice({ slug, name, successor, isSuccessorFollowed }: RetirementNews) {
  const wanted = isSuccessorFollowed ? null : successor;
  const { keep, leave, isOver } = useRetirement(slug, name, wanted);
  const isInteractive = useIsInteractive();
  if (isOver) return null;
  return (
    <li className={styles.notice}>
      <p className={styles.text}>
        <SiteLink href={`/topic/${slug}`}>{name}</SiteLink>
        {' is retired: no new articles are filed under it.'}
        {successor ? (
          <>
            {' In its place there is '}
            <SiteLink href={`/topic/${successor.slug}`}>{successor.name}</SiteLink>
            {isSuccessorFollowed ? ', which you follow already.' : '.'}
          </>
        ) : null}
      </p>
      <div className={styles.actions}>
        {/* biome-ignore lint/a11y/useSemanticElements: a link that leads somewhere without JavaScript. */}
        <a
          role="button"
          className={buttonClass('outline', 'small')}
          href={`/follow/${wanted ? wanted.slug : slug}`}
          onClick={(event: MouseEvent) => {
            event.preventDefault();
            leave();
          }}
        >
          {wanted ? `Follow ${wanted.name} instead` : `Unfollow ${name}`}
        </a>
        {isInteractive ? (
          <Button variant="quiet" size="small" onClick={keep}>
            Keep {name}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What a reader may do about a retired topic. The notice goes at once, and comes back where that fails. */
function useRetirement(slug: string, name: string, successor: { slug: string; name: string } | null) {
  const client = useQueryClient();
  const router = useRouter();
  const keeping = useMutation({
    mutationFn: () => sendRetirementTold(slug),
    onSuccess: () => {
      showMessage(`You still follow ${name}.`);
      router.refresh();
    },
    onError: (error) => showMessage(`Nothing was changed. ${error.message}`),
  });
  const leaving = useMutation({
    mutationKey: ['follow', slug],
    // In this order: a failure in between leaves both followed, and the notice to try again.
    mutationFn: async () => {
      if (successor) await sendFollow(successor.slug, true);
      await sendFollow(slug, false);
    },
    onSuccess: () =>
      showMessage(successor ? `You follow ${successor.name} now.` : `You no longer follow ${name}.`),
    onError: (error) => showMessage(`Not all was changed. ${error.message}`),
    onSettled: async () => {
      tellOtherTabs('follows');
      await Promise.all(
        [meKey, followsKey, feedKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
  const act = (mutate: () => void) => () => {
    // The button that has the focus is about to go.
    document.getElementById('main')?.focus({ preventScroll: true });
    mutate();
  };
  const isOver = [keeping, leaving].some((mutation) => mutation.isPending || mutation.isSuccess);
  return { keep: act(keeping.mutate), leave: act(leaving.mutate), isOver };
}
