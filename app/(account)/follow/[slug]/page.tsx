import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { FOLLOW_LIMIT } from '@/features/follows/follows.dto.ts';
import { isTopicFollowed } from '@/features/follows/follows.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Follow', robots: { index: false } };

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** Follow and unfollow without JavaScript: shows how things stand and asks; the form does it. */
export default async function FollowPage({ params, searchParams }: Props) {
  // First: reading the session holds everything below back until there is a request.
  const user = await currentUser();
  const { slug } = await params;
  const { db } = getContext();
  const topic = await findTopic(db, slug).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  const path = topic.kind === 'author' ? `/author/${topic.slug}` : `/topic/${topic.slug}`;
  const back = (
    <SiteLink href={path}>
      Articles {topic.kind === 'author' ? 'by' : 'on'} {topic.name}
    </SiteLink>
  );
  const isFollowed = user ? await isTopicFollowed(db, user.id, topic.slug) : false;
  if (topic.retiredAt && !isFollowed) {
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
  return (
    <AccountShell
      title={isFollowed ? `You follow ${topic.name}` : `Follow ${topic.name}?`}
      intro={
        isFollowed
          ? 'Its articles are in Following.'
          : 'Its articles will be in Following, those out already and every new one.'
      }
      footnote={
        <>
          <SiteLink href="/following">Go to Following</SiteLink> · {back}
        </>
      }
    >
      {oneParam(await searchParams, 'error') === 'limit' && !isFollowed ? (
        <Notice
          tone="error"
          title={`You follow ${FOLLOW_LIMIT} topics, and that is the most`}
          actions={<SiteLink href="/following/manage">Unfollow some first</SiteLink>}
        />
      ) : null}
      <form method="post" action="/api/follow">
        <input type="hidden" name="topic" value={topic.slug} />
        <input type="hidden" name="wanted" value={isFollowed ? 'unfollow' : 'follow'} />
        <Button type="submit" variant={isFollowed ? 'outline' : 'solid'}>
          {isFollowed ? `Unfollow ${topic.name}` : `Follow ${topic.name}`}
        </Button>
      </form>
    </AccountShell>
  );
}
