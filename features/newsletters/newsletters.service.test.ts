import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { newsletterSubscriptions } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { countMailRequest } from '@/features/accounts/rate-limit.service.ts';
import type { Mail } from '@/features/mail/mail.service.ts';
import { AppError } from '@/lib/errors.ts';
import { sign } from '@/lib/tokens.ts';
import {
  confirmSubscription,
  type NewsletterDeps,
  peekConfirmation,
  peekUnsubscribe,
  subscribe,
  unsubscribe,
} from './newsletters.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const settings = {
  appUrl: 'https://news.example.com',
  secret: 'a secret for tests that is long enough 123',
  mode: 'server' as const,
};

function tokenIn(mail: Mail | undefined, path: string): string {
  const link = /https:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'missing:';
  const url = new URL(link);
  expect(url.origin + url.pathname).toBe(`${settings.appUrl}${path}`);
  return url.searchParams.get('token') ?? '';
}

describeOnEachDatabase('newsletters', (use) => {
  let db: Db;
  let mails: Mail[];
  let deps: NewsletterDeps;

  beforeEach(async () => {
    db = use();
    mails = [];
    deps = { db, settings, mailer: { send: async (mail) => void mails.push(mail) } };
    await db.execute(sql`truncate newsletter_subscriptions, rate_limits, users, verification_tokens cascade`);
  });

  const ask = (email = 'ann@example.com', now = NOW) =>
    subscribe(deps, { newsletter: 'morning', email, clientAddress: '203.0.113.9' }, now);
  const confirmToken = () => tokenIn(mails.at(-1), '/newsletters/confirm');
  const leaveToken = () => tokenIn(mails.at(-1), '/newsletters/unsubscribe');
  const rows = () => db.select().from(newsletterSubscriptions);

  async function subscribed(): Promise<{ confirm: string; leave: string }> {
    await ask();
    const confirm = confirmToken();
    await confirmSubscription(deps, confirm, NOW);
    return { confirm, leave: leaveToken() };
  }

  it('T30 send nothing but the question before the address is confirmed', async () => {
    await ask();
    await ask();
    expect(mails.map((mail) => mail.subject)).toEqual(
      Array(2).fill('Confirm: the Morning Update from Your Globe'),
    );
    expect((await rows())[0]).toMatchObject({ confirmedAt: null, unsubscribeTokenHash: null });
  });

  it('T4 are not confirmed by looking at the link', async () => {
    await ask();
    for (let look = 0; look < 3; look++) {
      expect(await peekConfirmation(db, confirmToken(), NOW)).toEqual({
        newsletter: 'morning',
        email: 'ann@example.com',
        state: 'asked',
      });
    }
    expect((await rows())[0]?.confirmedAt).toBeNull();
  });

  it('are confirmed by the link, which is answered with the way out', async () => {
    await subscribed();
    expect((await rows())[0]).toMatchObject({ confirmedAt: NOW, endedAt: null });
    expect(mails).toHaveLength(2);
    expect(mails[1]?.headers?.['List-Unsubscribe']).toBe(
      `<${settings.appUrl}/newsletters/unsubscribe?${new URLSearchParams({ token: leaveToken() })}>`,
    );
  });

  it('are confirmed once, however often and however many at once press the button', async () => {
    await ask();
    const token = confirmToken();
    await Promise.all(Array.from({ length: 10 }, () => confirmSubscription(deps, token, NOW)));
    await confirmSubscription(deps, token, later(100));
    expect(mails).toHaveLength(2);
    expect((await rows())[0]?.confirmedAt).toEqual(NOW);
  });

  it('stay confirmed when the mail after it cannot be sent', async () => {
    await ask();
    const token = confirmToken();
    deps.mailer.send = () => Promise.reject(new AppError('unavailable', 'No mail server.'));
    expect(await confirmSubscription(deps, token, NOW)).toMatchObject({ state: 'active' });
  });

  it('give 48 hours to confirm, then forget the address', async () => {
    await ask();
    const token = confirmToken();
    expect(await peekConfirmation(db, token, later(47.9))).not.toBeNull();
    expect(await peekConfirmation(db, token, later(48))).toBeNull();
    await expect(confirmSubscription(deps, token, later(48))).rejects.toMatchObject({ code: 'not_found' });
    await ask('bob@example.com', later(49));
    expect((await rows()).map((row) => row.email)).toEqual(['bob@example.com']);
  });

  it('take only the newest question of an address as asked', async () => {
    await ask();
    const first = confirmToken();
    await ask();
    await expect(confirmSubscription(deps, first, NOW)).rejects.toMatchObject({ code: 'not_found' });
    await confirmSubscription(deps, confirmToken(), NOW);
    expect(await rows()).toHaveLength(1);
  });

  it('T7 answer an address that is subscribed like any other, change nothing and say so by mail', async () => {
    const { leave } = await subscribed();
    const before = await rows();
    const answers = [await ask(), await ask('bob@example.com')];
    expect(answers[0]).toBe(answers[1]);
    expect(mails).toHaveLength(4);
    expect(mails[2]?.subject).toBe('You already get the Morning Update');
    expect(tokenIn(mails[2], '/newsletters/unsubscribe')).toBe(leave);
    expect((await rows()).filter((row) => row.email === 'ann@example.com')).toEqual(before);
  });

  it('are left by the link, twice the same as once, and not by looking at it', async () => {
    const { leave } = await subscribed();
    expect(await peekUnsubscribe(db, leave)).toMatchObject({ state: 'active' });
    expect((await rows())[0]?.endedAt).toBeNull();
    expect(await unsubscribe(db, leave, NOW)).toMatchObject({ newsletter: 'morning', state: 'ended' });
    expect(await unsubscribe(db, leave, later(1))).toMatchObject({ state: 'ended' });
    expect((await rows())[0]?.endedAt).toEqual(NOW);
    expect(await peekUnsubscribe(db, leave)).toMatchObject({ state: 'ended' });
  });

  it('are not begun again by an old confirmation link after leaving', async () => {
    const { confirm, leave } = await subscribed();
    await unsubscribe(db, leave, NOW);
    expect(await peekConfirmation(db, confirm, NOW)).toBeNull();
    await expect(confirmSubscription(deps, confirm, NOW)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('can be asked for again after leaving, by a new question', async () => {
    const { leave } = await subscribed();
    await unsubscribe(db, leave, NOW);
    await ask();
    expect(await peekConfirmation(db, confirmToken(), NOW)).toMatchObject({ state: 'asked' });
    expect((await rows())[0]?.endedAt).toEqual(NOW);
    await confirmSubscription(deps, confirmToken(), later(1));
    expect((await rows())[0]).toMatchObject({ endedAt: null, confirmedAt: later(1) });
  });

  it.each([
    '',
    'x'.repeat(43),
    '\u0000',
    sign('another secret that is long enough 12345', 'newsletter-leave', 'x'),
    'a.b.c',
  ])('T29 refuse the forged token %j', async (token) => {
    await subscribed();
    expect(await peekUnsubscribe(db, token)).toBeNull();
    expect(await peekConfirmation(db, token, NOW)).toBeNull();
    await expect(unsubscribe(db, token)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(confirmSubscription(deps, token, NOW)).rejects.toMatchObject({ status: 404 });
    expect((await rows())[0]).toMatchObject({ confirmedAt: NOW, endedAt: null });
  });

  it('T14 leaving with one link ends no other subscription', async () => {
    const { leave } = await subscribed();
    await ask('bob@example.com');
    await confirmSubscription(deps, confirmToken(), NOW);
    await unsubscribe(db, leave, NOW);
    const states = (await rows()).map((row) => [row.email, row.endedAt === null]).sort();
    expect(states).toEqual([
      ['ann@example.com', false],
      ['bob@example.com', true],
    ]);
  });

  it('T6 send at most 3 mails an address in 15 minutes, apart from those for signing in', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => ask()));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    expect(mails).toHaveLength(3);
    await countMailRequest(deps, 'sign-in', 'ann@example.com', '203.0.113.9', NOW);
  });

  it('T8 are not sent to what is not one address', async () => {
    await expect(ask('a@x.example,b@evil.example')).rejects.toMatchObject({ code: 'bad_request' });
    expect(mails).toHaveLength(0);
  });
});
