import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { oneParam } from '@/app/_server/search-params.ts';
import { currentAnyUser } from '@/app/_server/session.ts';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { LeavingAccount } from '@/features/accounts/leaving-account.tsx';
import { type FeedPageDto, feedPageQueryDto } from '@/features/feed/feed.dto.ts';
import { feedSearch } from '@/features/feed/feed.queries.ts';
import { foldsFeed, getFeedPage } from '@/features/feed/feed.service.ts';
import { MarkAllRead } from '@/features/feed/mark-all-read.tsx';
import { countMarked } from '@/features/feed/mark-read.service.ts';
import { MarkedNotice } from '@/features/feed/marked-notice.tsx';
import { TopicFilter } from '@/features/feed/topic-filter.tsx';
import { FollowedRail } from '@/features/follows/followed-rail-island.tsx';
import { getFollows } from '@/features/follows/follows.service.ts';
import { RefreshOnChange } from '@/features/follows/refresh-on-change.tsx';
import { RetirementNotices } from '@/features/follows/retirement-notices.tsx';
import { getMutedSlugs } from '@/features/mutes/mutes.service.ts';
import { keepsHistory } from '@/features/reads/reads.service.ts';
import { AppError } from '@/lib/errors.ts';
import { Feed } from './feed-island.tsx';
import { ManageLink } from './manage-link.tsx';
import { Onboarding } from './onboarding.tsx';
import { SignedOut } from './signed-out.tsx';
import { Snoozed } from './snoozed-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Following', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FollowingPage({ searchParams }: Props) {
  const user = await currentAnyUser();
  const params = await searchParams;
  const { topic, cursor, unread } = feedPageQueryDto.parse(params);
  if (!user) return <SignedOut topic={topic ?? null} />;
  if (user.deletionDueAt) {
    return <LeavingAccount email={user.email} dueAt={user.deletionDueAt.toISOString()} />;
  }

  const { db, settings } = getContext();
  const [follows, muted, isHistoryKept, isFolded] = await Promise.all([
    getFollows(db, user.id),
    getMutedSlugs(db, user.id),
    keepsHistory(db, user.id),
    foldsFeed(db, user.id),
  ]);
  if (follows.length === 0) return <Onboarding />;

  const shown = follows.find((follow) => follow.slug === topic) ?? null;
  const filter = { topic: shown?.slug ?? null, unreadOnly: unread === '1' && isHistoryKept };
  const options = { topicSlug: shown?.slug, unreadOnly: filter.unreadOnly };
  const deps = { db, secret: settings.secret };
  const firstPage = await getFeedPage(deps, user.id, { ...options, cursor }).catch((error: unknown) => {
    // A cursor that is old or not this reader's: the first page serves them better than an error.
    if (error instanceof AppError && error.code === 'bad_request') return getFeedPage(deps, user.id, options);
    throw error;
  });
  const here = `/following${feedSearch(filter, cursor ?? null)}`;
  const undo = oneParam(params, 'marked') ?? '';
  const marked = countMarked(settings.secret, user.id, undo);
  const awake = (shown ? [shown] : follows).filter((follow) => follow.snoozedUntil === null);
  const hasArticles = awake.some((follow) => follow.latestArticleAt !== null);
  return (
    <Page>
      <PageHeading
        title="Following"
        description={
          <>
            {cursor ? (
              <a href={`/following${feedSearch(filter)}`}>Back to the newest articles.</a>
            ) : (
              describeNew(firstPage)
            )}
            {isHistoryKept ? null : (
              <>
                {' '}
                Nothing is marked as read: your reading history is off.{' '}
                <SiteLink href="/account#history">Turn it on</SiteLink>
              </>
            )}
          </>
        }
        // Not beside the title: buttons there would push the feed down on phones.
        ways={<Ways filter={filter} firstPage={firstPage} here={here} isHistoryKept={isHistoryKept} />}
      />
      <RefreshOnChange
        slugs={slugsOf(follows)}
        snoozed={slugsOf(follows.filter((follow) => follow.snoozedUntil !== null))}
        muted={muted}
      />
      <RetirementNotices follows={follows} />
      {marked === null ? null : <MarkedNotice count={marked} undo={undo} returnTo={here} />}
      <FeedLayout aside={<FollowedRail follows={follows} />}>
        <TopicFilter follows={follows} current={filter.topic} unreadOnly={filter.unreadOnly} />
        {awake.length === 0 ? (
          <Snoozed topic={shown} />
        ) : (
          <Feed
            key={feedSearch(filter)}
            topic={shown}
            unreadOnly={filter.unreadOnly}
            canBeMuted={muted.length > 0 && hasArticles}
            firstPage={firstPage}
            madeAt={Date.now()}
            here={here}
            keepsHistory={isHistoryKept}
            isNewest={cursor === undefined}
            // One topic alone floods nothing.
            folding={shown || awake.length < 2 ? null : isFolded}
          />
        )}
      </FeedLayout>
    </Page>
  );
}

type WaysProps = Pick<ComponentProps<typeof MarkAllRead>, 'filter' | 'firstPage' | 'here'>;

function Ways({ isHistoryKept, ...given }: WaysProps & { isHistoryKept: boolean }) {
  const { filter, here } = given;
  return (
    <>
      {isHistoryKept ? (
        <>
          <li>
            <a href={`/following${feedSearch({ ...filter, unreadOnly: !filter.unreadOnly })}`}>
              {filter.unreadOnly ? 'Show read articles too' : 'Unread only'}
            </a>
          </li>
          <li>
            <MarkAllRead key={here} {...given} />
          </li>
        </>
      ) : null}
      <li>
        <SiteLink href="/saved">Saved</SiteLink>
      </li>
      <li>
        <ManageLink />
      </li>
    </>
  );
}

const slugsOf = (topics: { slug: string }[]) => topics.map((topic) => topic.slug);

/** What is new since last time, in one sentence: the question readers come with. */
function describeNew({ items, nextCursor }: FeedPageDto): string {
  const count = items.filter((item) => item.isNew).length;
  if (count === 0) return 'No new articles just now.';
  const hasMore = count === items.length && nextCursor !== null;
  return `${count}${hasMore ? ' or more' : ''} new since your last visit.`;
}
