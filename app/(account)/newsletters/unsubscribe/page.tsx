import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { newsletterName } from '@/features/newsletters/newsletters.dto.ts';
import { peekUnsubscribe } from '@/features/newsletters/newsletters.service.ts';

export const metadata: Metadata = { title: 'Leave a newsletter', robots: { index: false } };
export const instant = false;

/** Behind a leave link. Looking changes nothing (mail scanners look); the button does. */
export default async function LeaveNewsletterPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const token = oneParam(await searchParams, 'token') ?? '';
  const subscription = await peekUnsubscribe(getContext().db, token);
  const newslettersLink = (
    <div>
      <SiteLink className={buttonClass('outline')} href="/newsletters">
        All newsletters
      </SiteLink>
    </div>
  );
  if (!subscription) {
    return (
      <AccountShell title="This link does not work" intro="Please use the link of the latest letter you got.">
        {newslettersLink}
      </AccountShell>
    );
  }
  const name = newsletterName(subscription.newsletter);
  if (subscription.state === 'ended') {
    return (
      <AccountShell title="You have left" intro={`The ${name} no longer comes to ${subscription.email}.`}>
        {newslettersLink}
      </AccountShell>
    );
  }
  return (
    <AccountShell title={`Leave the ${name}?`} intro={`It would no longer come to ${subscription.email}.`}>
      <form method="post" action="/api/newsletters/unsubscribe">
        <input type="hidden" name="token" value={token} />
        <Button type="submit">Leave the {name}</Button>
      </form>
    </AccountShell>
  );
}
