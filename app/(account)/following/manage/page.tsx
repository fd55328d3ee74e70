import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { getFollows } from '@/features/follows/follows.service.ts';
import { FollowsManager } from '@/features/follows/follows-manager.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Manage what you follow', robots: { index: false } };

export default async function ManagePage() {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=/following/manage');
  return (
    <Page width="text">
      <PageHeading
        title="What you follow"
        description="Unfollowing takes effect at once, and can be undone."
        parents={[{ href: '/following', name: 'Following' }]}
      />
      <FollowsManager follows={await getFollows(getContext().db, user.id)} />
    </Page>
  );
}
