import { SITE } from '@/content/site.ts';
import type { Settings } from '@/lib/settings.ts';
import type { Mailer } from './mail.service.ts';
import {
  alreadySubscribedLetter,
  confirmNewsletterLetter,
  deletionLetter,
  newsletterConfirmedLetter,
  signInLetter,
} from './templates.ts';

export type PostOffice = { mailer: Mailer; settings: Pick<Settings, 'appUrl'> };

/** Asks auto-responders not to answer (RFC 3834 §5). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

/**
 * An absolute address on this site for a mail. Only ever from the configured address: what a
 * request calls the site (Host, X-Forwarded-Host) never reaches a link.
 */
function siteUrl(settings: Pick<Settings, 'appUrl'>, path: string, query: Record<string, string>): string {
  return `${settings.appUrl}${path}?${new URLSearchParams(query)}`;
}

/** Mails a sign-in link. `query` is what the page behind it is given. */
export async function sendSignInLink(
  { mailer, settings }: PostOffice,
  to: string,
  link: { token: string; returnTo: string; minutes: number },
): Promise<void> {
  const url = siteUrl(settings, '/signin/confirm', { token: link.token, email: to, returnTo: link.returnTo });
  await mailer.send({
    to,
    headers: AUTOMATIC,
    ...signInLetter({ url, siteName: SITE.name, minutes: link.minutes }),
  });
}

/** Mails that an account will be deleted at `dueAt`, and how to keep it. */
export async function sendDeletionNotice(
  { mailer, settings }: PostOffice,
  to: string,
  dueAt: string,
): Promise<void> {
  const url = siteUrl(settings, '/signin', { returnTo: '/account' });
  await mailer.send({ to, headers: AUTOMATIC, ...deletionLetter({ url, dueAt, siteName: SITE.name }) });
}

/** Mails the one question that comes before any newsletter. */
export async function sendNewsletterQuestion(
  { mailer, settings }: PostOffice,
  to: string,
  letter: { newsletter: string; token: string; hours: number },
): Promise<void> {
  const url = siteUrl(settings, '/newsletters/confirm', { token: letter.token });
  await mailer.send({
    to,
    headers: AUTOMATIC,
    ...confirmNewsletterLetter({ ...letter, url, siteName: SITE.name }),
  });
}

/** Mails that a subscription stands, as news or as a reminder, with the link that ends it. */
export async function sendNewsletterStanding(
  { mailer, settings }: PostOffice,
  to: string,
  letter: { newsletter: string; leaveToken: string; isNew: boolean },
): Promise<void> {
  const leaveUrl = siteUrl(settings, '/newsletters/unsubscribe', { token: letter.leaveToken });
  const write = letter.isNew ? newsletterConfirmedLetter : alreadySubscribedLetter;
  await mailer.send({
    to,
    ...write({ leaveUrl, siteName: SITE.name, newsletter: letter.newsletter }),
    headers: { ...AUTOMATIC, 'List-Unsubscribe': `<${leaveUrl}>` },
  });
}
