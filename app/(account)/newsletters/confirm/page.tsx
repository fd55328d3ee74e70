import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { newsletterName } from '@/features/newsletters/newsletters.dto.ts';
import { peekConfirmation } from '@/features/newsletters/newsletters.service.ts';

export const metadata: Metadata = { title: 'Confirm your subscription', robots: { index: false } };
export const instant = false;

/** Behind the link of the question. Looking changes nothing (mail scanners look); the button does. */
export default async function ConfirmNewsletterPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const token = oneParam(await searchParams, 'token') ?? '';
  const subscription = await peekConfirmation(getContext().db, token);
  if (!subscription) {
    return (
      <AccountShell
        title="This link no longer works"
        intro="It is older than 48 hours, or a newer mail has replaced it."
      >
        <div>
          <SiteLink className={buttonClass()} href="/newsletters">
            Sign up again
          </SiteLink>
        </div>
      </AccountShell>
    );
  }
  const name = newsletterName(subscription.newsletter);
  if (subscription.state === 'active') {
    return (
      <AccountShell
        title="You are subscribed"
        intro={`The ${name} comes to ${subscription.email} from now on.`}
      >
        <div>
          <SiteLink className={buttonClass('outline')} href="/">
            Read today’s news
          </SiteLink>
        </div>
      </AccountShell>
    );
  }
  return (
    <AccountShell title={`Get the ${name}?`} intro={`It would come to ${subscription.email}.`}>
      <form method="post" action="/api/newsletters/confirm">
        <input type="hidden" name="token" value={token} />
        <Button type="submit">Confirm my subscription</Button>
      </form>
    </AccountShell>
  );
}
