import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { handedBefore } from '@/app/_server/handed.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentAnyUser } from '@/app/_server/session.ts';
import { typedBefore } from '@/app/_server/typed.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { OwnPages } from '@/components/layout/own-pages.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { LeavingAccount } from '@/features/accounts/leaving-account.tsx';
import { NameForm } from '@/features/accounts/name-form.tsx';
import { ROLE_NAMES } from '@/features/accounts/role-names.ts';
import { getSessions } from '@/features/accounts/session.service.ts';
import { SessionList } from '@/features/accounts/session-list.tsx';
import { YourData } from '@/features/accounts/your-data.tsx';
import { getPrivateFeed } from '@/features/feed/private-feed.service.ts';
import { PrivateFeedForm } from '@/features/feed/private-feed-form.tsx';
import { HistoryForm } from '@/features/reads/history-form.tsx';
import { keepsHistory } from '@/features/reads/reads.service.ts';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };
export const instant = false;

/** What a form that was sent has done, by its `saved` in the address. */
const saidBy = ({ name }: { name: string | null }) =>
  new Map([
    ['1', name ? 'Your name is saved' : 'Your name is removed'],
    ['history-on', 'What you read is kept from now on'],
    ['feed-made', 'Your feed has an address'],
    ['feed-ended', 'Your feed has ended: its address leads nowhere'],
    ['session-ended', 'The session has ended'],
    ['sessions-ended', 'You are signed out on all other devices'],
    ['kept', 'Your account is kept, as it was'],
    ['history-off', 'Your history is deleted, and no more is kept'],
  ]);

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const user = await currentAnyUser();
  if (!user) redirect('/signin?returnTo=%2Faccount');
  if (user.deletionDueAt) {
    return <LeavingAccount email={user.email} dueAt={user.deletionDueAt.toISOString()} />;
  }
  const params = await searchParams;
  const isRefused = oneParam(params, 'error') === 'name';
  const { db, settings } = getContext();
  const typed = isRefused ? await typedBefore(settings) : undefined;
  const saved = saidBy(user).get(oneParam(params, 'saved') ?? '');
  const [sessions, privateFeed] = await Promise.all([
    getSessions(db, user, new Date()),
    getPrivateFeed(db, user.id, await handedBefore(settings, 'feed')),
  ]);
  return (
    <AccountShell
      title={user.name ? `Your account, ${user.name}` : 'Your account'}
      intro={`You are signed in as ${user.email}.`}
    >
      <OwnPages current="/account" />
      {saved ? <Notice tone="success" title={saved} /> : null}
      {user.role === 'reader' ? null : (
        <p>
          Your role is {ROLE_NAMES[user.role]}.{' '}
          <SiteLink href="/admin/topics">Go to the newsroom’s topics</SiteLink>
        </p>
      )}
      <NameForm name={typed ?? user.name ?? ''} isRefused={isRefused} />

      <SectionHeading title="What you read" />
      <ul>
        <li>
          <SiteLink href="/saved">Saved</SiteLink>: articles you keep for later
        </li>
        <li>
          <SiteLink href="/history">Reading history</SiteLink>: what you read in the last 90 days
        </li>
      </ul>
      <HistoryForm keepsHistory={await keepsHistory(db, user.id)} />

      <SectionHeading title="What you get" />
      <ul>
        <li>
          <SiteLink href="/following/manage">Topics and authors you follow</SiteLink>
        </li>
        <li>
          <SiteLink href="/newsletters">Newsletters</SiteLink>
        </li>
      </ul>

      <SectionHeading title="Your feed, in a feed reader" id="feed" />
      <PrivateFeedForm feed={privateFeed} appUrl={settings.appUrl} />

      <SectionHeading title="Where you are signed in" />
      <SessionList sessions={sessions} />

      <SectionHeading title="Your data" />
      <YourData />
    </AccountShell>
  );
}
