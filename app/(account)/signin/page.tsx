import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { currentAnyUser } from '@/app/_server/session.ts';
import { typedBefore } from '@/app/_server/typed.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { SignInForm } from '@/features/accounts/sign-in-form.tsx';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };
export const instant = false;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const params = await searchParams;
  const user = await currentAnyUser();
  const returnTo = safeReturnTo(oneParam(params, 'returnTo'));
  const follow = oneParam(params, 'follow');

  if (user) {
    const next = follow ? `/follow/${encodeURIComponent(follow)}` : returnTo;
    return (
      <AccountShell
        title="You are signed in"
        intro={user.name ? `As ${user.name}, ${user.email}.` : `As ${user.email}.`}
      >
        <div>
          <SiteLink className={buttonClass()} href={next}>
            Continue
          </SiteLink>
        </div>
      </AccountShell>
    );
  }

  const out = oneParam(params, 'out');
  if (out === 'here' || out === 'everywhere') {
    return (
      <AccountShell
        title="You are signed out"
        intro={
          out === 'here'
            ? 'On this device. What you follow is kept.'
            : 'On all your devices. What you follow is kept.'
        }
      >
        <div>
          <SiteLink className={buttonClass()} href="/">
            Front page
          </SiteLink>
        </div>
        <div>
          <SiteLink href="/signin">Sign in again</SiteLink>
        </div>
      </AccountShell>
    );
  }

  if (oneParam(params, 'sent')) {
    const again = withQuery('/signin', { returnTo, follow });
    return (
      <AccountShell
        title="Check your mail"
        intro="A link to sign in is on its way to you. It works once, within 10 minutes."
        footnote={
          <>
            Nothing there? Look among the unwanted mail, or{' '}
            <SiteLink href={again}>ask for another link</SiteLink>.
          </>
        }
      >
        {getContext().settings.mode === 'local' ? (
          <div>
            <SiteLink className={buttonClass()} href="/mailbox">
              Open the mailbox of this computer
            </SiteLink>
          </div>
        ) : null}
      </AccountShell>
    );
  }

  const error = oneParam(params, 'error');
  const email = error ? await typedBefore(getContext().settings) : undefined;
  const topic = follow ? await followable(follow) : undefined;
  return <SignInForm returnTo={returnTo} follow={topic} email={email} error={error} />;
}

/** The topic a visitor wants to follow; undefined for a slug that no topic has. */
async function followable(slug: string) {
  try {
    return await findTopic(getContext().db, slug);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}
