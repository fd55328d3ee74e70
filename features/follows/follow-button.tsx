'use client';
import { lazy, type MouseEvent, Suspense, useState } from 'react';
import { FollowButtonView, type FollowLabel } from '@/components/feed/follow-button-view.tsx';
import { dismissMessagesAbout, showMessage } from '@/components/ui/messages.ts';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { followAsGuest } from '@/features/me/guest.ts';
import { readHint } from '@/features/me/use-has-session.ts';
import { useMe } from '@/features/me/use-me.ts';
import { ApiError } from '@/lib/api-client.ts';
import { placeHere } from './place-here.ts';
import type { SignInReason } from './sign-in-dialog.tsx';
import { useFollow } from './use-follow.ts';

const SignInDialog = lazy(() =>
  import('./sign-in-dialog.tsx').then((module) => ({ default: module.SignInDialog })),
);

/** Said after the first follow without an account. */
const KEPT_HERE = 'Kept in this browser. Sign in to keep it everywhere.';
const SIGN_IN = {
  label: 'Sign in',
  onPress: () => window.location.assign(`/signin?returnTo=${encodeURIComponent(placeHere())}`),
};

export type FollowButtonProps = {
  slug: string;
  topicName: string;
  label?: FollowLabel;
  /** What the server knew when it rendered the page; personal pages only. */
  isFollowing?: boolean;
};

/**
 * Follows a topic or author, without an account in this browser alone. Without JavaScript it leads to
 * `/follow/[slug]`. Where it cannot be followed without signing in, that is offered, and the follow
 * is made after it.
 */
export function FollowButton({ slug, topicName, label = 'topic', isFollowing = false }: FollowButtonProps) {
  const isInteractive = useIsInteractive();
  const { me, isKnown } = useMe();
  const [asked, setAsked] = useState<SignInReason | null>(null);
  const about = `follow:${slug}`;
  const follow = useFollow(slug, (error, isWanted) => {
    if (error instanceof ApiError && error.status === 401) {
      dismissMessagesAbout(about);
      return setAsked('ended');
    }
    const what = isWanted ? 'Could not follow' : 'Could not unfollow';
    showMessage(`${what} ${topicName}. ${error.message}`, undefined, about);
  });

  const isFollowed = isInteractive && isKnown ? me.followedTopics.includes(slug) : isFollowing;

  /** False when it was refused. */
  const want = (isWanted: boolean): boolean => {
    if (readHint()) {
      follow(isWanted);
      return true;
    }
    const refusal = followAsGuest({ slug, name: topicName }, isWanted);
    setAsked(refusal);
    return refusal === null;
  };
  const press = (event: MouseEvent) => {
    event.preventDefault();
    if (!want(!isFollowed)) return;
    if (isFollowed) {
      const undo = { label: 'Undo', onPress: () => want(true) };
      return showMessage(`You no longer follow ${topicName}.`, undo, about);
    }
    dismissMessagesAbout(about);
    if (!readHint() && me.followedTopics.length === 0) showMessage(KEPT_HERE, SIGN_IN, 'guest');
  };
  return (
    <>
      <FollowButtonView
        slug={slug}
        topicName={topicName}
        isFollowing={isFollowed}
        onPress={press}
        label={label}
      />
      {asked ? (
        <Suspense fallback={null}>
          <SignInDialog slug={slug} topicName={topicName} reason={asked} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
