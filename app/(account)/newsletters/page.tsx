import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentAnyUser } from '@/app/_server/session.ts';
import { typedBefore } from '@/app/_server/typed.ts';
import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { NewsletterForm } from '@/features/newsletters/newsletter-form.tsx';
import { NEWSLETTERS } from '@/features/newsletters/newsletters.dto.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

export const metadata: Metadata = {
  title: 'Newsletters',
  description:
    'The Morning Update and the Evening Update: the most important headlines of the day by e-mail.',
};
export const instant = false;

export default async function NewslettersPage({ searchParams }: { searchParams: SearchParams }) {
  await connection();
  const params = await searchParams;
  const user = await currentAnyUser();
  const chosen = oneParam(params, 'newsletter');
  const returnTo = safeReturnTo(oneParam(params, 'returnTo'));
  const { settings } = getContext();
  const isLocal = settings.mode === 'local';
  const error = oneParam(params, 'error');
  const typed = error ? await typedBefore(settings) : undefined;
  return (
    <AccountShell
      title="Newsletters"
      intro="Two letters a day at most, and none that you did not ask for. No account is needed."
      footnote="After signing up you get one mail that asks you to confirm. Every letter carries a link to leave."
    >
      {oneParam(params, 'sent') ? (
        <Notice
          tone="success"
          title="Check your mail"
          actions={
            <>
              {isLocal ? <SiteLink href="/mailbox">Open the mailbox of this computer</SiteLink> : null}
              {returnTo === '/' ? null : <SiteLink href={returnTo}>Back to where you were</SiteLink>}
            </>
          }
        >
          Open the link in it to confirm that the letter may come to this address.
        </Notice>
      ) : null}
      {NEWSLETTERS.map((newsletter) => {
        const isChosen = newsletter.id === chosen && error !== undefined;
        return (
          <NewsletterForm
            key={newsletter.id}
            {...newsletter}
            email={isChosen ? typed : user?.email}
            error={isChosen ? error : undefined}
          />
        );
      })}
    </AccountShell>
  );
}
