import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Db } from '@/db/client.ts';
import { sessions, users, verificationTokens } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { AppError } from '@/lib/errors.ts';
import { getSessions, getSessionUser } from './session.service.ts';
import { confirmSignIn, peekSignIn } from './sign-in.service.ts';
import { linkIn, NOW, openSignInDesk, type SignInDesk, TEST_SETTINGS } from './testing.ts';

const MINUTE_MS = 60_000;

describeOnEachDatabase('asking for a link and using it', (use) => {
  let db: Db;
  let desk: SignInDesk;

  beforeEach(async () => {
    db = use();
    desk = await openSignInDesk(db);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('desk.mails one link, which signs its address in and makes the account', async () => {
    await desk.ask(' Ann@Example.com ', { returnTo: '/article/iran-talks' });
    expect(desk.mails).toHaveLength(1);
    const link = linkIn(desk.mails[0]);
    expect(desk.mails[0]?.to).toBe('ann@example.com');
    expect(link.url.origin).toBe(TEST_SETTINGS.appUrl);
    expect(link.url.pathname).toBe('/signin/confirm');
    expect(link.returnTo).toBe('/article/iran-talks');

    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
    const session = await confirmSignIn(desk.deps, { ...link, userAgent });
    const user = await getSessionUser(db, session.sessionToken);
    expect(user).toMatchObject({
      sessionExpiresAt: session.expires,
      id: session.userId,
      name: null,
      email: 'ann@example.com',
      role: 'reader',
      deletionDueAt: null,
    });
    // In our words: the user agent itself is kept nowhere.
    expect(user && (await getSessions(db, user, NOW))).toMatchObject([{ device: 'Firefox on Windows' }]);
    expect(session.userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(session.expires).toEqual(new Date(NOW.getTime() + 60 * 24 * 60 * MINUTE_MS));
  });

  it('T14 of an account whose end was asked for brings it back, and once its time is over begins a new one', async () => {
    const first = await desk.signIn('ann@example.com');
    const due = (at: Date) => db.update(users).set({ deletionDueAt: at }).where(eq(users.id, first.userId));
    await due(new Date(NOW.getTime() + 1));
    expect((await desk.signIn('ann@example.com')).userId).toBe(first.userId);
    await due(NOW);
    expect((await desk.signIn('ann@example.com')).userId).not.toBe(first.userId);
    expect(await db.select().from(users)).toHaveLength(1);
  });

  it('knows the account again the next time', async () => {
    const first = await desk.signIn('ann@example.com');
    const second = await desk.signIn('ANN@example.com');
    expect(second.userId).toBe(first.userId);
    expect(await db.$count(users)).toBe(1);
  });

  it('T1 puts no foreign address into the link', async () => {
    await desk.ask('ann@example.com', { returnTo: '//evil.example/phish' });
    expect(linkIn(desk.mails[0]).returnTo).toBe('/');
  });

  it.each([
    'a@x.example,b@evil.example',
    'ann@example.com\r\nBcc: bob@evil.example',
    'Ann <ann@example.com>',
  ])('T8 sends nothing to %j', async (email) => {
    await expect(desk.ask(email)).rejects.toMatchObject({ code: 'bad_request' });
    expect(desk.mails).toHaveLength(0);
    expect(await db.$count(verificationTokens)).toBe(0);
  });

  it('T3 makes one session of a link used 20 times at once', async () => {
    await desk.ask('ann@example.com');
    const link = linkIn(desk.mails[0]);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmSignIn(desk.deps, link)),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'not_found' });
    expect(await db.$count(sessions)).toBe(1);
    expect(await db.$count(users)).toBe(1);
  });

  it('makes one account of two first sign-ins at once', async () => {
    await desk.ask('ann@example.com');
    await desk.ask('ann@example.com');
    const [one, two] = await Promise.all(desk.mails.map((mail) => confirmSignIn(desk.deps, linkIn(mail))));
    expect(one?.userId).toBe(two?.userId);
    expect(await db.$count(users)).toBe(1);
  });

  it('T4 leaves a link usable however often it is looked at', async () => {
    await desk.ask('ann@example.com');
    const link = linkIn(desk.mails[0]);
    for (let look = 0; look < 5; look++)
      expect(await peekSignIn(db, link)).toEqual({ email: 'ann@example.com' });
    await confirmSignIn(desk.deps, link);
    expect(await peekSignIn(db, link)).toBeNull();
  });

  it('T5 lets a link live 10 minutes and no longer', async () => {
    await desk.ask('ann@example.com');
    await desk.ask('ann@example.com');
    vi.setSystemTime(NOW.getTime() + 10 * MINUTE_MS - 1);
    expect(await peekSignIn(db, linkIn(desk.mails[0]))).not.toBeNull();
    await confirmSignIn(desk.deps, linkIn(desk.mails[0]));
    vi.setSystemTime(NOW.getTime() + 10 * MINUTE_MS + 1);
    expect(await peekSignIn(db, linkIn(desk.mails[1]))).toBeNull();
    await expect(confirmSignIn(desk.deps, linkIn(desk.mails[1]))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await db.$count(sessions)).toBe(1);
  });

  it('T5 stores the end of those 10 minutes with the link', async () => {
    await desk.ask('ann@example.com');
    const [row] = await db.select().from(verificationTokens);
    expect(row?.expires).toEqual(new Date(NOW.getTime() + 10 * MINUTE_MS));
  });

  it.each([
    ['another token', { token: 'x'.repeat(43) }],
    ['another address', { email: 'bob@example.com' }],
    ['no address', { email: '' }],
    ['an address that is none', { email: '%00,"' }],
    ['no token', { token: '' }],
  ])('T2 refuses a link with %s as not found, and leaves the true one usable', async (_what, change) => {
    await desk.ask('ann@example.com');
    const link = linkIn(desk.mails[0]);
    await expect(confirmSignIn(desk.deps, { ...link, ...change })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await peekSignIn(db, { ...link, ...change })).toBeNull();
    expect(await peekSignIn(db, link)).not.toBeNull();
  });

  it('T6 sends at most 3 desk.mails for 30 requests at once, and says when to come back', async () => {
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => desk.ask('ann@example.com')));
    expect(desk.mails).toHaveLength(3);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(27);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(AppError);
      expect(reason).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: expect.any(Number) });
    }
  });

  it('T7 takes the same steps for known and unknown addresses', async () => {
    await desk.signIn('known@example.com');
    desk.mails.length = 0;
    const answers = [await desk.ask('known@example.com'), await desk.ask('unknown@example.com')];
    expect(answers[0]).toBe(answers[1]);
    const [known, unknown] = desk.mails.map((mail) => ({
      ...mail,
      to: '',
      token: linkIn(mail).token.length,
    }));
    const blank = (mail: typeof known, name: string) =>
      JSON.stringify(mail)
        .replaceAll(`${name}%40example.com`, '')
        .replaceAll(/token=[\w-]+/g, '');
    expect(blank(known, 'known')).toBe(blank(unknown, 'unknown'));
  });
});
