import { formatDateTime } from '@/lib/time.ts';
import type { Mail } from './mail.service.ts';

/** What a mail says, without its recipient. */
export type Letter = Pick<Mail, 'subject' | 'text' | 'html'>;

type Content = {
  subject: string;
  heading: string;
  /** Paragraphs before the button. */
  intro: string[];
  action?: { label: string; url: string };
  /** Small print after it. */
  outro: string[];
  /** A quiet link at the end. */
  footer?: { label: string; url: string };
};

/** The mail with a sign-in link that lives for `minutes`. */
export function signInLetter(link: { url: string; siteName: string; minutes: number }): Letter {
  return compose(link.siteName, {
    subject: `Your sign-in link for ${link.siteName}`,
    heading: 'Sign in',
    intro: [`Use this link to sign in to ${link.siteName}. It works once, within ${link.minutes} minutes.`],
    action: { label: `Sign in to ${link.siteName}`, url: link.url },
    outro: ['If you did not ask to sign in, you need not do anything: nobody can sign in without this link.'],
  });
}

/** The mail after an account's end was asked for, with the way back. */
export function deletionLetter(letter: { url: string; siteName: string; dueAt: string }): Letter {
  return compose(letter.siteName, {
    subject: `Your account at ${letter.siteName} will be deleted`,
    heading: 'Your account will be deleted',
    intro: [
      `You asked us to delete your account. On ${formatDateTime(letter.dueAt)} it is deleted for good, with all you follow, save and have read, and the newsletters to this address.`,
      'Until then you can have it back as it was: sign in, and choose “Keep my account”.',
    ],
    action: { label: 'Sign in to keep my account', url: letter.url },
    outro: [
      'If it was not you who asked, keep the account in the same way, and then choose “Sign out everywhere” there.',
    ],
  });
}

/** The mail that asks whether this address wants the newsletter. */
export function confirmNewsletterLetter(letter: {
  url: string;
  siteName: string;
  newsletter: string;
  hours: number;
}): Letter {
  return compose(letter.siteName, {
    subject: `Confirm: the ${letter.newsletter} from ${letter.siteName}`,
    heading: `The ${letter.newsletter}`,
    intro: [`Please confirm that you would like the ${letter.newsletter} at this address.`],
    action: { label: 'Confirm my subscription', url: letter.url },
    outro: [
      `The link works for ${letter.hours} hours. If you did not ask for this newsletter, ignore this mail: without your confirmation nothing more will come.`,
    ],
  });
}

/** The mail after confirming, with the way out. */
export function newsletterConfirmedLetter(letter: {
  leaveUrl: string;
  siteName: string;
  newsletter: string;
}): Letter {
  return compose(letter.siteName, {
    subject: `You will get the ${letter.newsletter}`,
    heading: `The ${letter.newsletter}`,
    intro: [`You are subscribed: the next ${letter.newsletter} comes to this address.`],
    outro: ['Keep this mail if you like: the link below ends the subscription at any time.'],
    footer: { label: `Leave the ${letter.newsletter}`, url: letter.leaveUrl },
  });
}

/** The answer to a sign-up for a newsletter the address already gets. */
export function alreadySubscribedLetter(letter: {
  leaveUrl: string;
  siteName: string;
  newsletter: string;
}): Letter {
  return compose(letter.siteName, {
    subject: `You already get the ${letter.newsletter}`,
    heading: `The ${letter.newsletter}`,
    intro: [
      `Somebody asked for the ${letter.newsletter} at this address. It already comes here, so nothing has changed.`,
    ],
    outro: ['The link below ends the subscription at any time.'],
    footer: { label: `Leave the ${letter.newsletter}`, url: letter.leaveUrl },
  });
}

function compose(siteName: string, content: Content): Letter {
  return { subject: content.subject, text: asText(siteName, content), html: asHtml(siteName, content) };
}

function asText(siteName: string, content: Content): string {
  const parts = [
    ...content.intro,
    ...(content.action ? [`${content.action.label}:\n${content.action.url}`] : []),
    ...content.outro,
    ...(content.footer ? [`${content.footer.label}:\n${content.footer.url}`] : []),
    `-- \n${siteName}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const SANS = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SERIF = "font-family:Georgia,'Times New Roman',serif";

/**
 * Inline styles only, no pictures, nothing fetched. Text has no colour of its own, so that a mail
 * reader's dark theme can choose; the button carries both of its colours.
 */
function asHtml(siteName: string, content: Content): string {
  const paragraph = (text: string, size: number) =>
    `<p style="margin:0 0 16px;${SANS};font-size:${size}px;line-height:1.5">${escapeHtml(text)}</p>`;
  const { action, footer } = content;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
</head>
<body style="margin:0;padding:24px 16px">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:1px solid #8a8a8a;${SERIF};font-size:20px;font-weight:bold">${escapeHtml(siteName)}</p>
<h1 style="margin:0 0 16px;${SERIF};font-size:26px;line-height:1.2;font-weight:normal">${escapeHtml(content.heading)}</h1>
${content.intro.map((text) => paragraph(text, 16)).join('\n')}
${action ? button(action) : ''}
${content.outro.map((text) => paragraph(text, 14)).join('\n')}
${footer ? `<p style="margin:0;${SANS};font-size:14px"><a href="${escapeHtml(footer.url)}">${escapeHtml(footer.label)}</a></p>` : ''}
</div>
</body>
</html>
`;
}

function button(action: { label: string; url: string }): string {
  const style = `display:block;padding:16px 24px;background-color:#1a1a1a;color:#ffffff;border:1px solid #8a8a8a;${SANS};font-size:17px;font-weight:600;text-align:center;text-decoration:none`;
  return `<p style="margin:0 0 24px"><a href="${escapeHtml(action.url)}" style="${style}">${escapeHtml(action.label)}</a></p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
