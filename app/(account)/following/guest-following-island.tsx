'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { FeedSkeleton } from '@/components/feed/feed-skeleton.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { GuestFeed, type GuestFeedState, useGuestFeed } from '@/features/feed/guest-feed.tsx';
import { TopicFilter } from '@/features/feed/topic-filter.tsx';
import { FollowedRail } from '@/features/follows/followed-rail-island.tsx';
import { useGuest } from '@/features/me/use-guest.ts';
import { useHasSession } from '@/features/me/use-has-session.ts';
import type { TopicListingDto } from '@/features/topics/topic.dto.ts';
import styles from './guest-following.module.css';
import { ManageLink } from './manage-link.tsx';
import { TopicChooser } from './topic-chooser-island.tsx';

const SIGN_IN = '/signin?returnTo=/following';

type GuestFollowingProps = {
  /** The whole directory, to choose the first topics from. */
  topics: TopicListingDto[];
  /** The one topic of the address, if any. */
  topic: string | null;
  /** What the page is without JavaScript. */
  children: ReactNode;
};

/**
 * Following without an account: the feed of what is followed in this browser, or topics to begin with.
 * Which of them, the browser alone knows; until it has said so the place of a feed is shown.
 */
export function GuestFollowing({ topics, topic, children }: GuestFollowingProps) {
  const isInteractive = useIsInteractive();
  useRefreshOnSignIn();
  if (isInteractive) return <Known topics={topics} topic={topic} />;
  return (
    <>
      <div className={styles.plain}>{children}</div>
      <div className={styles.waiting}>
        <Page>
          <PageHeading title="Following" description={<Sentence>Looking for your articles.</Sentence>} />
          <FeedLayout aside={<span />}>
            <FeedSkeleton />
          </FeedLayout>
        </Page>
      </div>
    </>
  );
}

/** Whoever begins to choose goes on choosing: the feed comes when they ask for it. */
function Known({ topics, topic }: Omit<GuestFollowingProps, 'children'>) {
  const { follows } = useGuest();
  const [isBeginning] = useState(follows.length === 0);
  if (!isBeginning) return <Feed topic={topic} />;
  return (
    <Page>
      <PageHeading
        title="Following"
        description="A page of your own: the articles on the topics and authors you follow, and nothing else, each saying why it is there. Choose a few; no account is needed."
        actions={
          <a className={buttonClass('outline')} href={SIGN_IN}>
            Sign in
          </a>
        }
      />
      <TopicChooser topics={topics} />
    </Page>
  );
}

function Feed({ topic }: { topic: string | null }) {
  const { follows } = useGuest();
  const shown = follows.find(({ slug }) => slug === topic) ?? null;
  const feed = useGuestFeed(shown?.slug ?? null);
  // Before the answer the names are known, and no more.
  const listed = follows.map(({ slug, name }) => {
    const known = feed.first?.topics.find((candidate) => candidate.asked === slug);
    const { kind = 'topic', latestArticleAt = null } = known ?? {};
    return { slug, name, kind, latestArticleAt, snoozedUntil: null };
  });
  return (
    <Page>
      <PageHeading
        title="Following"
        description={<Sentence>{describeNew(feed)} Kept in this browser.</Sentence>}
        ways={
          <>
            <li>
              <a href={SIGN_IN}>
                Sign in<VisuallyHidden> to keep it everywhere</VisuallyHidden>
              </a>
            </li>
            <li>
              <ManageLink />
            </li>
          </>
        }
      />
      {follows.length === 0 ? (
        <EmptyState
          title="You follow nothing now"
          actions={
            // A plain link: the page begins anew, with topics to choose.
            <a className={buttonClass('solid')} href="/following">
              Choose topics
            </a>
          }
        />
      ) : (
        <FeedLayout
          aside={<FollowedRail key={feed.first ? 'known' : 'named'} follows={listed} count={listed.length} />}
        >
          <TopicFilter follows={listed} current={shown?.slug ?? null} unreadOnly={false} />
          <GuestFeed feed={feed} topic={shown} />
        </FeedLayout>
      )}
    </Page>
  );
}

/** Two lines on phones whatever it says, so that the feed below keeps its place. */
function Sentence({ children }: { children: ReactNode }) {
  return <span className={styles.sentence}>{children}</span>;
}

/** What is new since last time, as far as the first page tells. */
function describeNew({ first, isNew }: GuestFeedState): string {
  if (!first) return 'Looking for your articles.';
  const count = first.items.filter(isNew).length;
  if (count === 0) return 'No new articles just now.';
  const hasMore = count === first.items.length && first.nextCursor !== null;
  return `${count}${hasMore ? ' or more' : ''} new since your last visit.`;
}

/** Has the server make the page anew once there is a session, begun in another tab. */
function useRefreshOnSignIn(): void {
  const router = useRouter();
  const hasSession = useHasSession();
  const isInteractive = useIsInteractive();
  const hadNone = useRef(false);
  useEffect(() => {
    if (hadNone.current && hasSession) router.refresh();
    hadNone.current = isInteractive && !hasSession;
  }, [isInteractive, hasSession, router]);
}
