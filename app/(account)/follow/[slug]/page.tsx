import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { FOLLOW_LIMIT } from '@/features/follows/follows.dto.ts';
import { isTopicFollowed } from '@/features/follows/follows.service.ts';
import { MUTE_LIMIT } from '@/features/mutes/mutes.dto.ts';
import { isTopicMuted } from '@/features/mutes/mutes.service.ts';
import { SnoozeForm } from '@/features/snoozes/snooze-form.tsx';
import { getSnoozedUntil } from '@/features/snoozes/snoozes.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { formatDay } from '@/lib/time.ts';

export const instant = false;

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const load = cache(async (slug: string) => {
  // First: reading the session holds everything below back until there is a request.
  const user = await currentUser();
  const topic = await findTopic(getContext().db, slug).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  return { user, topic };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic } = await load((await params).slug);
  return { title: `Follow ${topic.name}`, robots: { index: false } };
}

/** Follow, unfollow, snooze and mute without JavaScript: shows how things stand and asks; the forms do it. */
export default async function FollowPage({ params, searchParams }: Props) {
  const { user, topic } = await load((await params).slug);
  const { db } = getContext();
  const path = topic.kind === 'author' ? `/author/${topic.slug}` : `/topic/${topic.slug}`;
  const back = (
    <SiteLink href={path}>
      Articles {topic.kind === 'author' ? 'by' : 'on'} {topic.name}
    </SiteLink>
  );
  const isFollowed = user ? await isTopicFollowed(db, user.id, topic.slug) : false;
  const isMuted = user ? await isTopicMuted(db, user.id, topic.slug) : false;
  const snoozedUntil = isFollowed && user ? await getSnoozedUntil(db, user.id, topic.slug) : null;
  if (topic.retiredAt && !isFollowed && !isMuted) {
    return (
      <AccountShell
        title={`${topic.name} is retired`}
        intro="No new articles are filed under it, so it takes no new followers."
        footnote={back}
      />
    );
  }
  if (!user) {
    return (
      <AccountShell
        title={`Follow ${topic.name}`}
        intro={`Sign in with your e-mail address, and you will follow ${topic.name} at once.`}
        footnote={back}
      >
        <a
          className={buttonClass('solid')}
          href={withQuery('/signin', { follow: topic.slug, returnTo: path })}
        >
          Sign in to follow
        </a>
      </AccountShell>
    );
  }
  const error = oneParam(await searchParams, 'error');
  return (
    <AccountShell
      title={isFollowed ? `You follow ${topic.name}` : `Follow ${topic.name}?`}
      intro={describeState(isFollowed, isMuted, snoozedUntil)}
      footnote={
        <>
          <SiteLink href="/following">Go to Following</SiteLink> · {back}
        </>
      }
    >
      {error === 'limit' && !isFollowed ? (
        <LimitNotice
          title={`You follow ${FOLLOW_LIMIT} topics, and that is the most`}
          way="Unfollow some first"
        />
      ) : null}
      {error === 'mute-limit' && !isMuted ? (
        <LimitNotice title={`You mute ${MUTE_LIMIT} topics, and that is the most`} way="Unmute some first" />
      ) : null}
      {topic.retiredAt && !isFollowed ? null : (
        <form method="post" action="/api/follow">
          <input type="hidden" name="topic" value={topic.slug} />
          <input type="hidden" name="wanted" value={isFollowed ? 'unfollow' : 'follow'} />
          <Button type="submit" variant={isFollowed ? 'outline' : 'solid'}>
            {isFollowed ? `Unfollow ${topic.name}` : `Follow ${topic.name}`}
          </Button>
        </form>
      )}
      {isFollowed ? (
        <SnoozeForm
          topic={topic}
          isSnoozed={snoozedUntil !== null}
          now={new Date()}
          isRefused={error === 'snooze'}
        />
      ) : null}
      <form method="post" action="/api/mute">
        <input type="hidden" name="topic" value={topic.slug} />
        <input type="hidden" name="wanted" value={isMuted ? 'unmute' : 'mute'} />
        <Button type="submit" variant="outline">
          {isMuted ? `Unmute ${topic.name}` : `Mute ${topic.name}`}
        </Button>
      </form>
      {isMuted ? null : (
        <p>
          Muting hides its articles, and those of topics beneath it, from Following, also where something else
          you follow matches. It does not unfollow.
        </p>
      )}
    </AccountShell>
  );
}

function describeState(isFollowed: boolean, isMuted: boolean, snoozedUntil: string | null): string {
  if (isMuted && isFollowed)
    return 'You mute it too, so its articles are hidden from Following until you unmute it.';
  if (isMuted)
    return 'You mute it: its articles are in nothing you get, also where something you follow matches.';
  if (snoozedUntil) return `It is snoozed: it brings nothing to Following until ${formatDay(snoozedUntil)}.`;
  return isFollowed
    ? 'Its articles are in Following.'
    : 'Its articles will be in Following, those out already and every new one.';
}

function LimitNotice({ title, way }: { title: string; way: string }) {
  return <Notice tone="error" title={title} actions={<SiteLink href="/following/manage">{way}</SiteLink>} />;
}
