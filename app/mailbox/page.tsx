import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { listOutbox } from '@/features/mail/outbox.service.ts';
import styles from './mailbox.module.css';

export const metadata: Metadata = { title: 'Mailbox', robots: { index: false } };
export const instant = false;

/** Local mode: the mails that would have been sent, newest first. There is no such page in server mode. */
export default async function MailboxPage() {
  await connection();
  const { settings } = getContext();
  if (settings.mode !== 'local') notFound();
  const mails = await listOutbox(settings.dataDir);
  return (
    <Page width="text">
      <PageHeading
        title="Mailbox"
        description="This is a trial on one computer, so no mail leaves it. What would have been sent is here."
      />
      {mails.length === 0 ? (
        <EmptyState title="No mail yet" headingLevel={2}>
          Sign in or sign up for a newsletter, and the mail comes here.
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {mails.map((mail) => (
            <li key={mail.id} className={styles.item}>
              <SiteLink className={styles.subject} href={`/mailbox/${mail.id}`}>
                {mail.subject}
              </SiteLink>
              <span className={styles.facts}>
                To {mail.to} · <Timestamp at={mail.sentAt} withClock />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
