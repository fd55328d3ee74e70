import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { feedPageQueryDto } from '@/features/feed/feed.dto.ts';
import { getFeedPage } from '@/features/feed/feed.service.ts';
import { FollowingFeed } from '@/features/feed/following-feed.tsx';
import { TopicFilter } from '@/features/feed/topic-filter.tsx';
import { getFollows } from '@/features/follows/follows.service.ts';
import { AppError } from '@/lib/errors.ts';
import { Onboarding } from './onboarding.tsx';
import { SignedOut } from './signed-out.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Following', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FollowingPage({ searchParams }: Props) {
  const user = await currentUser();
  if (!user) return <SignedOut />;

  const { db, settings } = getContext();
  const { topic, cursor } = feedPageQueryDto.parse(await searchParams);
  const follows = await getFollows(db, user.id);
  if (follows.length === 0) return <Onboarding />;

  const topicSlug = follows.some((follow) => follow.slug === topic) ? topic : undefined;
  const deps = { db, secret: settings.secret };
  const firstPage = await getFeedPage(deps, user.id, { topicSlug, cursor }).catch((error: unknown) => {
    // A cursor that is old or not this reader's: the first page serves them better than an error.
    if (error instanceof AppError && error.code === 'bad_request')
      return getFeedPage(deps, user.id, { topicSlug });
    throw error;
  });
  return (
    <Page width="text">
      <PageHeading
        title="Following"
        description="New articles on what you follow, newest first."
        actions={
          <SiteLink className={buttonClass('outline', 'small')} href="/following/manage">
            Manage
          </SiteLink>
        }
      />
      <TopicFilter follows={follows} current={topicSlug ?? null} />
      <FollowingFeed key={topicSlug ?? ''} topic={topicSlug ?? null} firstPage={firstPage} />
    </Page>
  );
}
