import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { feedPageQueryDto } from '@/features/feed/feed.dto.ts';
import { getFeedPage } from '@/features/feed/feed.service.ts';
import { FollowingFeed } from '@/features/feed/following-feed.tsx';
import { TopicFilter } from '@/features/feed/topic-filter.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { getFollows } from '@/features/follows/follows.service.ts';
import { RefreshOnChange } from '@/features/follows/refresh-on-change.tsx';
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
    <Page>
      <PageHeading
        title="Following"
        description="New articles on what you follow, newest first."
        actions={
          <SiteLink className={buttonClass('outline', 'small')} href="/following/manage">
            Manage
          </SiteLink>
        }
      />
      <RefreshOnChange slugs={follows.map((follow) => follow.slug)} />
      <FeedLayout aside={<FollowedTopics follows={follows} />}>
        <TopicFilter follows={follows} current={topicSlug ?? null} />
        <FollowingFeed key={topicSlug ?? ''} topic={topicSlug ?? null} firstPage={firstPage} />
      </FeedLayout>
    </Page>
  );
}

/** How many of the followed topics the rail shows; the rest are on the manage page. */
const RAIL_SIZE = 12;

/** What the reader follows, beside the feed. */
function FollowedTopics({ follows }: { follows: { slug: string; name: string }[] }) {
  return (
    <section aria-labelledby="followed">
      <SectionHeading title="You follow" href="/following/manage" id="followed" />
      <TopicRows isSingle>
        {follows.slice(0, RAIL_SIZE).map((follow) => (
          <TopicRow
            key={follow.slug}
            slug={follow.slug}
            name={follow.name}
            action={<FollowButton slug={follow.slug} topicName={follow.name} label="action" isFollowing />}
          />
        ))}
      </TopicRows>
    </section>
  );
}
