import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { handedBefore } from '@/app/_server/handed.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { suggestFollows } from '@/features/follows/follow-suggestions.service.ts';
import { getFollows } from '@/features/follows/follows.service.ts';
import { ImportNotice } from '@/features/follows/import-notice.tsx';
import { unpackSummary } from '@/features/follows/import-summary.ts';
import { SuggestedTopics } from '@/features/follows/suggested-topics.tsx';
import { TakeAlong } from '@/features/follows/take-along.tsx';
import { getMutes } from '@/features/mutes/mutes.service.ts';
import { GuestManager } from './guest-manager-island.tsx';
import { Manage } from './manage-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Manage what you follow', robots: { index: false } };

export default async function ManagePage({ searchParams }: { searchParams: SearchParams }) {
  const user = await currentUser();
  if (!user) return <GuestManage />;
  const { db, settings } = getContext();
  const isImported = oneParam(await searchParams, 'imported') !== undefined;
  const imported = isImported ? unpackSummary(await handedBefore(settings, 'imported')) : null;
  const [follows, mutes, suggestions] = await Promise.all([
    getFollows(db, user.id),
    getMutes(db, user.id),
    suggestFollows(db, user.id),
  ]);
  return (
    <Page width="text">
      <PageHeading
        title="What you follow"
        description="Unfollowing, snoozing and muting take effect at once, and can be undone."
        parents={[{ href: '/following', name: 'Following' }]}
        actions={<MoreTopics />}
      />
      {imported ? <ImportNotice summary={imported} /> : null}
      <Manage follows={follows} mutes={mutes}>
        <SuggestedTopics suggestions={suggestions} />
      </Manage>
      <TakeAlong />
    </Page>
  );
}

function MoreTopics() {
  return (
    <SiteLink className={buttonClass('outline')} href="/topics">
      Follow more topics
    </SiteLink>
  );
}

/** The same without an account: what this browser keeps is for the browser to show. */
function GuestManage() {
  return (
    <Page width="text">
      <PageHeading
        title="What you follow"
        description={
          <>
            Without an account it is kept in this browser.{' '}
            <a href="/signin?returnTo=/following/manage">Sign in to keep it everywhere</a>
          </>
        }
        parents={[{ href: '/following', name: 'Following' }]}
        actions={<MoreTopics />}
      />
      <GuestManager />
    </Page>
  );
}
