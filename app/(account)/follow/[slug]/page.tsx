import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { isTopicFollowed } from '@/features/follows/follows.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Follow', robots: { index: false } };

/** Follow and unfollow without JavaScript: shows how things stand and asks; the form does it. */
export default async function FollowPage({ params }: { params: Promise<{ slug: string }> }) {
  // First: reading the session holds everything below back until there is a request.
  const user = await currentUser();
  const { slug } = await params;
  const { db } = getContext();
  const topic = await findTopic(db, slug).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  if (!user) {
    const query = new URLSearchParams({ follow: topic.slug, returnTo: topicPath(topic) });
    return (
      <AccountShell
        title={`Follow ${topic.name}`}
        intro={<p>Sign in with your e-mail address, and you will follow {topic.name} at once.</p>}
      >
        <a className={buttonClass('solid')} href={`/signin?${query}`}>
          Sign in to follow
        </a>
      </AccountShell>
    );
  }
  const isFollowed = await isTopicFollowed(db, user.id, topic.slug);
  return (
    <AccountShell
      title={isFollowed ? `You follow ${topic.name}` : `Follow ${topic.name}?`}
      intro={
        <p>
          {isFollowed
            ? 'Its articles are in Following.'
            : 'Its articles will be in Following, those out already and every new one.'}
        </p>
      }
      footnote={<SiteLink href="/following">Go to Following</SiteLink>}
    >
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

function topicPath(topic: { slug: string; kind: string }): string {
  return topic.kind === 'author' ? `/author/${topic.slug}` : `/topic/${topic.slug}`;
}
