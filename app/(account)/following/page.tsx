import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { pageOrFirst } from '@/app/_server/kept-pages.tsx';
import { oneParam } from '@/app/_server/search-params.ts';
import { currentToken } from '@/app/_server/session.ts';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { LeavingAccount } from '@/features/accounts/leaving-account.tsx';
import { type FeedCards, feedPageQueryDto } from '@/features/feed/feed.dto.ts';
import { type FeedFilter, feedSearch } from '@/features/feed/feed.queries.ts';
import { getFeedPage } from '@/features/feed/feed.service.ts';
import { asCards } from '@/features/feed/feed-cards.ts';
import { getFollowing } from '@/features/feed/following.service.ts';
import { MarkAllRead } from '@/features/feed/mark-all-read.tsx';
import { countMarked } from '@/features/feed/mark-read.service.ts';
import { MarkedNotice } from '@/features/feed/marked-notice.tsx';
import { TopicFilter } from '@/features/feed/topic-filter.tsx';
import { FollowedRail } from '@/features/follows/followed-rail-island.tsx';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { followsFingerprint } from '@/features/follows/follows-fingerprint.ts';
import { RAIL_SIZE } from '@/features/follows/rail-size.ts';
import { RefreshOnChange } from '@/features/follows/refresh-on-change.tsx';
import { retirementNews } from '@/features/follows/retirement-news.ts';
import { RetirementNotices } from '@/features/follows/retirement-notices.tsx';
import { Feed } from './feed-island.tsx';
import { ManageLink } from './manage-link.tsx';
import { Onboarding } from './onboarding.tsx';
import { SignedOut } from './signed-out.tsx';
import { Snoozed } from './snoozed-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Following', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FollowingPage({ searchParams }: Props) {
  const token = await currentToken();
  const params = await searchParams;
  const { topic, cursor, unread } = feedPageQueryDto.parse(params);
  const { db, settings } = getContext();
  const deps = { db, secret: settings.secret };
  const isPlain = topic === undefined && cursor === undefined && unread !== '1';
  const asked = token ? await getFollowing(deps, token, { hasFeed: isPlain }) : null;
  if (!asked) return <SignedOut topic={topic ?? null} />;
  const { user, following } = asked;
  if (user.deletionDueAt) {
    return <LeavingAccount email={user.email} dueAt={user.deletionDueAt.toISOString()} />;
  }

  const { follows, mutedTopics: muted, keepsHistory: isHistoryKept } = following;
  if (follows.length === 0) return <Onboarding />;

  const shown = follows.find((follow) => follow.slug === topic) ?? null;
  const filter = { topic: shown?.slug ?? null, unreadOnly: unread === '1' && isHistoryKept };
  const options = { topicSlug: shown?.slug, unreadOnly: filter.unreadOnly };
  const page =
    asked.firstPage ??
    (await pageOrFirst((at) => getFeedPage(deps, user.id, { ...options, cursor: at }), cursor));
  const firstPage = asCards(page);
  const here = `/following${feedSearch(filter, cursor ?? null)}`;
  const undo = oneParam(params, 'marked') ?? '';
  const marked = countMarked(settings.secret, user.id, undo);
  const awake = (shown ? [shown] : follows).filter((follow) => follow.snoozedUntil === null);
  const news = retirementNews(follows);
  const hasArticles = awake.some((follow) => follow.latestArticleAt !== null);
  return (
    <Page>
      <PageHeading
        title="Following"
        description={
          <>
            {cursor ? <BackToNewest filter={filter} /> : describeNew(firstPage)}
            {isHistoryKept ? null : <HistoryIsOff />}
          </>
        }
        // Not beside the title: buttons there would push the feed down on phones.
        ways={<Ways filter={filter} shown={firstPage.shown} here={here} isHistoryKept={isHistoryKept} />}
      />
      <RefreshOnChange
        madeWith={followsFingerprint({
          followed: slugsOf(follows),
          snoozed: slugsOf(follows.filter((follow) => follow.snoozedUntil !== null)),
          muted,
        })}
      />
      {news.length > 0 ? <RetirementNotices news={news} /> : null}
      {marked === null ? null : <MarkedNotice count={marked} undo={undo} returnTo={here} />}
      <FeedLayout
        aside={<FollowedRail follows={follows.slice(0, RAIL_SIZE).map(asRow)} count={follows.length} />}
      >
        <TopicFilter follows={follows} current={filter.topic} unreadOnly={filter.unreadOnly} />
        {awake.length === 0 ? (
          <Snoozed topic={shown} />
        ) : (
          <Feed
            key={feedSearch(filter)}
            topic={shown}
            unreadOnly={filter.unreadOnly}
            canBeMuted={muted.length > 0 && hasArticles}
            firstPage={JSON.stringify(firstPage)}
            madeAt={Date.now()}
            here={here}
            keepsHistory={isHistoryKept}
            isNewest={cursor === undefined}
            // One topic alone floods nothing.
            folding={shown || awake.length < 2 ? null : following.foldsFeed}
          />
        )}
      </FeedLayout>
    </Page>
  );
}

const BackToNewest = ({ filter }: { filter: FeedFilter }) => (
  <a href={`/following${feedSearch(filter)}`}>Back to the newest articles.</a>
);

const HistoryIsOff = () => (
  <>
    {' '}
    Nothing is marked as read: your reading history is off.{' '}
    <SiteLink href="/account#history">Turn it on</SiteLink>
  </>
);

type WaysProps = ComponentProps<typeof MarkAllRead>;

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

const asRow = ({ slug, name, kind, snoozedUntil }: FollowDto) => ({ slug, name, kind, snoozedUntil });
const slugsOf = (topics: { slug: string }[]) => topics.map((topic) => topic.slug);

/** What is new since last time, in one sentence: the question readers come with. */
function describeNew({ items, nextCursor }: FeedCards): string {
  const count = items.filter((item) => item.isNew).length;
  if (count === 0) return 'No new articles just now.';
  const hasMore = count === items.length && nextCursor !== null;
  return `${count}${hasMore ? ' or more' : ''} new since your last visit.`;
}
