import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { getOutboxMail } from '@/features/mail/outbox.service.ts';
import styles from '../mailbox.module.css';

export const metadata: Metadata = { title: 'Mail', robots: { index: false } };
export const instant = false;

/** One mail as a mail reader would show it: its HTML in a frame that runs no scripts, its text below. */
export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const { id } = await params;
  const { settings } = getContext();
  const mail = settings.mode === 'local' ? await getOutboxMail(settings.dataDir, id) : null;
  if (!mail) notFound();
  // Mail readers open links outside the mail; in a frame that takes a word.
  const html = mail.html.replace('<head>', '<head><base target="_top">');
  return (
    <Page width="text">
      <PageHeading title={mail.subject} parents={[{ href: '/mailbox', name: 'Mailbox' }]} />
      <dl className={styles.head}>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>Sent</dt>
        <dd>
          <Timestamp at={mail.sentAt} withClock />
        </dd>
      </dl>
      <iframe
        className={styles.frame}
        title={`Mail: ${mail.subject}`}
        srcDoc={html}
        sandbox="allow-top-navigation-by-user-activation allow-popups"
      />
      <SectionHeading title="As plain text" />
      <pre className={styles.text}>{mail.text}</pre>
    </Page>
  );
}
