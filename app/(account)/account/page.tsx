import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { typedBefore } from '@/app/_server/typed.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { OwnPages } from '@/components/layout/own-pages.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { NameForm } from '@/features/accounts/name-form.tsx';
import { ROLE_NAMES } from '@/features/accounts/role-names.ts';
import { HistoryForm } from '@/features/reads/history-form.tsx';
import { keepsHistory } from '@/features/reads/reads.service.ts';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };
export const instant = false;

/** What a form that was sent has done, by its `saved` in the address. */
const saidBy = ({ name }: { name: string | null }) =>
  new Map([
    ['1', name ? 'Your name is saved' : 'Your name is removed'],
    ['history-on', 'What you read is kept from now on'],
    ['history-off', 'Your history is deleted, and no more is kept'],
  ]);

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=%2Faccount');
  const params = await searchParams;
  const isRefused = oneParam(params, 'error') === 'name';
  const typed = isRefused ? await typedBefore(getContext().settings) : undefined;
  const saved = saidBy(user).get(oneParam(params, 'saved') ?? '');
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
      <HistoryForm keepsHistory={await keepsHistory(getContext().db, user.id)} />

      <SectionHeading title="What you get" />
      <ul>
        <li>
          <SiteLink href="/following/manage">Topics and authors you follow</SiteLink>
        </li>
        <li>
          <SiteLink href="/newsletters">Newsletters</SiteLink>
        </li>
      </ul>

      <SectionHeading title="Sign out" />
      <form method="post" action="/api/signout">
        <Button type="submit" variant="outline">
          Sign out
        </Button>
      </form>
      <form method="post" action="/api/signout?everywhere=1">
        <p>
          Lost a device, or signed in on one that others use? This ends your sessions on all of them, this one
          too.
        </p>
        <Button type="submit" variant="outline">
          Sign out everywhere
        </Button>
      </form>
    </AccountShell>
  );
}
