import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { suggestFollows } from '@/features/follows/follow-suggestions.service.ts';
import { getFollows } from '@/features/follows/follows.service.ts';
import { SuggestedTopics } from '@/features/follows/suggested-topics.tsx';
import { getMutes } from '@/features/mutes/mutes.service.ts';
import { Manage } from './manage-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Manage what you follow', robots: { index: false } };

export default async function ManagePage() {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=/following/manage');
  const { db } = getContext();
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
      />
      <Manage follows={follows} mutes={mutes}>
        <SuggestedTopics suggestions={suggestions} />
      </Manage>
    </Page>
  );
}
