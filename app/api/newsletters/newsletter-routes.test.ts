import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { newsletterSubscriptions } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { linkIn, openSignInDesk, type SignInDesk, TEST_SETTINGS } from '@/features/accounts/testing.ts';
import { POST as confirm } from './confirm/route.ts';
import { POST as subscribe } from './subscribe/route.ts';
import { POST as leave } from './unsubscribe/route.ts';

function post(path: string, body: Record<string, string>, json = false): Request {
  return new Request(`${TEST_SETTINGS.appUrl}/api/newsletters/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: json ? JSON.stringify(body) : new URLSearchParams(body),
  });
}

describeOnEachDatabase('the newsletter routes', (use) => {
  let db: Db;
  let desk: SignInDesk;

  beforeEach(async () => {
    db = use();
    desk = await openSignInDesk(db);
    await db.delete(newsletterSubscriptions);
    setContext({ db, mailer: desk.deps.mailer, settings: { ...TEST_SETTINGS } as never });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const lastToken = () => linkIn(desk.mails.at(-1)).token;

  it('T30 lead from the form to the question, the confirmation and out again', async () => {
    const asked = await subscribe(
      post('subscribe', { newsletter: 'evening', email: 'ann@example.com', returnTo: '/article/a' }),
    );
    expect([asked.status, asked.headers.get('Location')]).toEqual([
      303,
      '/newsletters?sent=1&newsletter=evening&returnTo=%2Farticle%2Fa',
    ]);
    expect(desk.mails).toHaveLength(1);

    const question = lastToken();
    const confirmed = await confirm(post('confirm', { token: question }));
    expect(confirmed.headers.get('Location')).toBe(`/newsletters/confirm?token=${question}`);
    const way = lastToken();
    for (let time = 0; time < 2; time++) {
      const left = await leave(post('unsubscribe', { token: way }));
      expect([left.status, left.headers.get('Location')]).toEqual([
        303,
        `/newsletters/unsubscribe?token=${way}`,
      ]);
    }
    expect((await db.select().from(newsletterSubscriptions))[0]?.endedAt).toBeInstanceOf(Date);
  });

  it('T7 answer every address alike', async () => {
    const body = (email: string) => post('subscribe', { newsletter: 'morning', email }, true);
    await subscribe(body('ann@example.com'));
    await confirm(post('confirm', { token: lastToken() }));
    const [known, unknown] = [
      await subscribe(body('ann@example.com')),
      await subscribe(body('bob@example.com')),
    ];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(known.status).toBe(202);
  });

  it('T29 answer a forged or malformed token with 4xx', async () => {
    for (const token of ['', 'x', 'a.b', '%ff', 'x'.repeat(200)]) {
      expect((await confirm(post('confirm', { token }))).status).toBe(404);
      expect((await leave(post('unsubscribe', { token }))).status).toBe(404);
    }
    for (const token of ['x'.repeat(201), '\0']) {
      expect((await confirm(post('confirm', { token }))).status).toBe(400);
      expect((await leave(post('unsubscribe', { token }))).status).toBe(400);
    }
  });

  it('T15 refuse fields that are not theirs, and newsletters that are not there', async () => {
    const good = { newsletter: 'morning', email: 'ann@example.com' };
    for (const body of [
      { ...good, confirmedAt: '2026-01-01' },
      { ...good, newsletter: 'noon' },
      { email: 'ann@example.com' },
    ]) {
      expect((await subscribe(post('subscribe', body as Record<string, string>))).status).toBe(400);
      expect((await subscribe(post('subscribe', body as Record<string, string>, true))).status).toBe(400);
    }
    expect(desk.mails).toHaveLength(0);
  });

  it('bring a wrong address back to its form', async () => {
    const wrong = await subscribe(
      post('subscribe', { newsletter: 'evening', email: 'ann', returnTo: '/article/a' }),
    );
    expect(wrong.headers.get('Location')).toBe(
      '/newsletters?error=email&newsletter=evening&returnTo=%2Farticle%2Fa',
    );
    expect(wrong.headers.getSetCookie()).toEqual([
      '__Secure-typed=YW5u; Path=/newsletters; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
    ]);
    expect((await subscribe(post('subscribe', { newsletter: 'evening', email: 'ann' }, true))).status).toBe(
      400,
    );
  });
});
