'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FollowButtonView, type FollowLabel, FollowLinkView } from '@/components/feed/follow-button-view.tsx';
import { dismissMessagesAbout, showMessage } from '@/components/ui/messages.ts';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { useHasSession } from '@/features/me/use-has-session.ts';
import { useMe } from '@/features/me/use-me.ts';
import { ApiError } from '@/lib/api-client.ts';
import { useFollow } from './use-follow.ts';
import { takeWish } from './wish.ts';

const SignInDialog = lazy(() =>
  import('./sign-in-dialog.tsx').then((module) => ({ default: module.SignInDialog })),
);

export type FollowButtonProps = {
  slug: string;
  topicName: string;
  label?: FollowLabel;
  /** What the server knew when it rendered the page; personal pages only. */
  isFollowing?: boolean;
};

/**
 * Follows a topic or author. Before and without JavaScript it is a link to `/follow/[slug]`; without
 * a session it offers to sign in, and the follow is made after that.
 */
export function FollowButton({ slug, topicName, label = 'topic', isFollowing = false }: FollowButtonProps) {
  const isInteractive = useIsInteractive();
  const hasSession = useHasSession();
  const { me, isKnown } = useMe();
  const [isAsking, setIsAsking] = useState(false);
  const about = `follow:${slug}`;
  const follow = useFollow(slug, (error, isWanted) => {
    if (error instanceof ApiError && error.status === 401) {
      dismissMessagesAbout(about);
      return setIsAsking(true);
    }
    const what = isWanted ? 'Could not follow' : 'Could not unfollow';
    showMessage(`${what} ${topicName}. ${error.message}`, undefined, about);
  });

  const isFollowed = isKnown ? me.followedTopics.includes(slug) : isFollowing;

  useEffect(() => {
    const name = me.user && isFollowed ? takeWish(slug) : null;
    if (name) showMessage(`You are signed in and follow ${name}.`);
  }, [me.user, isFollowed, slug]);

  if (!isInteractive)
    return <FollowLinkView slug={slug} topicName={topicName} label={label} isFollowing={isFollowing} />;

  const press = () => {
    if (!hasSession) return setIsAsking(true);
    follow(!isFollowed);
    if (!isFollowed) return dismissMessagesAbout(about);
    const undo = { label: 'Undo', onPress: () => follow(true) };
    showMessage(`You no longer follow ${topicName}.`, undo, about);
  };
  return (
    <>
      <FollowButtonView topicName={topicName} isFollowing={isFollowed} onPress={press} label={label} />
      {isAsking ? (
        <Suspense fallback={null}>
          <SignInDialog slug={slug} topicName={topicName} onClose={() => setIsAsking(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
