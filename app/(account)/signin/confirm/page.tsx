import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { currentAnyUser } from '@/app/_server/session.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { peekSignIn } from '@/features/accounts/sign-in.service.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' };
export const instant = false;

/** Behind a mailed link. Looking uses nothing up, because mail scanners look first; the button does. */
export default async function ConfirmSignInPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const params = await searchParams;
  const token = oneParam(params, 'token') ?? '';
  const returnTo = safeReturnTo(oneParam(params, 'returnTo'));
  const [link, user] = await Promise.all([
    peekSignIn(getContext().db, { token, email: oneParam(params, 'email') ?? '' }),
    currentAnyUser(),
  ]);

  if (!link) {
    return (
      <AccountShell title="This link no longer works" intro="A sign-in link works once, within 10 minutes.">
        <div>
          <SiteLink className={buttonClass()} href={withQuery('/signin', { returnTo })}>
            Get a new link
          </SiteLink>
        </div>
      </AccountShell>
    );
  }
  return (
    <AccountShell
      title="Sign in"
      intro={`Sign in as ${link.email}?`}
      footnote={
        user && user.email !== link.email
          ? `This browser is signed in as ${user.email} at present.`
          : 'Did you not ask for this? Close this page, and nothing happens.'
      }
    >
      <form method="post" action="/api/signin/confirm">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={link.email} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <Button type="submit">Sign in</Button>
      </form>
    </AccountShell>
  );
}
