import { beforeEach, describe, expect, it } from 'vitest';
import { sendNewsletterQuestion, sendNewsletterStanding, sendSignInLink } from './letters.service.ts';
import type { Mail } from './mail.service.ts';

const APP_URL = 'https://news.example.com';

describe('letters', () => {
  let mails: Mail[];
  const office = {
    settings: { appUrl: APP_URL },
    mailer: { send: async (mail: Mail) => void mails.push(mail) },
  };

  beforeEach(async () => {
    mails = [];
    await sendSignInLink(office, 'ann@example.com', {
      token: 'T0',
      returnTo: '/search?q=a&b="><script>',
      minutes: 10,
    });
    await sendNewsletterQuestion(office, 'ann@example.com', {
      newsletter: 'Morning <b>Update</b>',
      token: 'T1',
      hours: 48,
    });
    await sendNewsletterStanding(office, 'ann@example.com', {
      newsletter: 'Morning Update',
      leaveToken: 'T2',
      isNew: true,
    });
    await sendNewsletterStanding(office, 'ann@example.com', {
      newsletter: 'Morning Update',
      leaveToken: 'T2',
      isNew: false,
    });
  });

  it('T27 link nowhere but to the configured address', () => {
    for (const mail of mails) {
      const links = [...`${mail.text} ${mail.html}`.matchAll(/[a-z]+:\/\/[^/\s"]+/g)].map(([link]) => link);
      expect(links.length).toBeGreaterThan(0);
      expect(new Set(links)).toEqual(new Set([APP_URL]));
    }
  });

  it('have the same link as text and as HTML, and one only', () => {
    for (const mail of mails) {
      const inText = /https:\S+/.exec(mail.text)?.[0];
      const inHtml = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
        href?.replaceAll('&amp;', '&'),
      );
      expect(inHtml).toEqual([inText]);
    }
  });

  it('T21 escape what they are given', () => {
    for (const mail of mails) {
      expect(mail.html).not.toContain('<script');
      expect(mail.html).not.toContain('<b>');
    }
    expect(mails[1]?.html).toContain('Morning &lt;b&gt;Update&lt;/b&gt;');
  });

  it('fetch nothing', () => {
    for (const mail of mails) expect(mail.html).not.toMatch(/<img|<link|src=|url\(/);
  });
});
