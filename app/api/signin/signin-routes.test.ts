import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import { decodeTyped } from '@/app/_server/typed.ts';
import type { Db } from '@/db/client.ts';
import { users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { getSessionUser } from '@/features/accounts/session.service.ts';
import { linkIn, NOW, openSignInDesk, type SignInDesk, TEST_SETTINGS } from '@/features/accounts/testing.ts';
import { AppError } from '@/lib/errors.ts';
import { newToken } from '@/lib/tokens.ts';
import { POST as renameForm, PATCH as renameJson } from '../account/route.ts';
import { GET as me } from '../me/route.ts';
import { POST as signOut } from '../signout/route.ts';
import { POST as confirm } from './confirm/route.ts';
import { POST as signIn } from './route.ts';

const SITE = TEST_SETTINGS.appUrl;
const FORM = 'application/x-www-form-urlencoded';

function post(
  path: string,
  body: Record<string, string>,
  options: { json?: boolean; cookie?: string } = {},
): Request {
  return new Request(`${SITE}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': options.json ? 'application/json' : FORM,
      'X-Client-Address': '203.0.113.9',
      ...(options.cookie ? { Cookie: options.cookie } : {}),
    },
    body: options.json ? JSON.stringify(body) : new URLSearchParams(body),
  });
}

const typedIn = (response: Response) =>
  decodeTyped(/__Secure-typed=([^;]*)/.exec(response.headers.getSetCookie().join('\n'))?.[1]);
const tokenOf = (response: Response) =>
  /__Host-session=([\w-]+)/.exec(response.headers.getSetCookie().join('\n'))?.[1] ?? '';
const facts = async (response: Response) => [response.status, [...response.headers], await response.text()];

describeOnEachDatabase('the sign-in routes', (use) => {
  let db: Db;
  let desk: SignInDesk;

  beforeEach(async () => {
    db = use();
    desk = await openSignInDesk(db);
    setContext({ db, mailer: desk.deps.mailer, settings: { ...TEST_SETTINGS } as never });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Signs in by the forms and returns the cookie a browser would send from then on. */
  async function cookieOf(email: string, cookie?: string): Promise<string> {
    await signIn(post('/api/signin', { email }));
    const { token } = linkIn(desk.mails.at(-1));
    const response = await confirm(post('/api/signin/confirm', { token, email }, cookie ? { cookie } : {}));
    return `__Host-session=${tokenOf(response)}`;
  }
  const userOf = (cookie: string) => getSessionUser(db, cookie.split('=')[1] ?? '');

  it('T7 answer a known and an unknown address alike, as form and as JSON', async () => {
    await db.insert(users).values({ id: '01890000-0000-7000-8000-000000000001', email: 'known@example.com' });
    for (const json of [true, false]) {
      const known = await signIn(
        post('/api/signin', { email: 'known@example.com', returnTo: '/a' }, { json }),
      );
      const unknown = await signIn(
        post('/api/signin', { email: 'unknown@example.com', returnTo: '/a' }, { json }),
      );
      expect(await facts(known)).toEqual(await facts(unknown));
      expect(known.status).toBe(json ? 202 : 303);
    }
  });

  it('T6 answer the fourth request for an address with 429, and the form with the page that says so', async () => {
    const ask = (json: boolean) => signIn(post('/api/signin', { email: 'ann@example.com' }, { json }));
    for (let n = 0; n < 3; n++) expect((await ask(true)).status).toBe(202);
    const refused = await ask(true);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('900');
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    const form = await ask(false);
    expect([form.status, form.headers.get('Location'), typedIn(form)]).toEqual([
      303,
      '/signin?error=too-many',
      'ann@example.com',
    ]);
    expect(desk.mails).toHaveLength(3);
  });

  it('bring what was typed back to the form with the code of what is wrong, and no address in the address', async () => {
    const wrong = await signIn(post('/api/signin', { email: 'ann', returnTo: '/topics', follow: 'iran' }));
    expect(wrong.headers.get('Location')).toBe('/signin?error=email&returnTo=%2Ftopics&follow=iran');
    expect(typedIn(wrong)).toBe('ann');
    expect(wrong.headers.getSetCookie()).toEqual([
      '__Secure-typed=YW5u; Path=/signin; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
    ]);
    desk.deps.mailer.send = () => Promise.reject(new AppError('unavailable', 'No mail server.'));
    const failed = await signIn(post('/api/signin', { email: 'ann@example.com' }));
    expect(failed.headers.get('Location')).toBe('/signin?error=mail');
    expect(typedIn(failed)).toBe('ann@example.com');
  });

  it('take what was typed before away once the form goes through', async () => {
    const sent = await signIn(post('/api/signin', { email: 'ann@example.com' }));
    expect(sent.headers.getSetCookie()).toEqual([
      '__Secure-typed=; Path=/signin; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
    ]);
  });

  it('T11 set the session and the hint, and lead back to where the reader was', async () => {
    await signIn(post('/api/signin', { email: 'ann@example.com', returnTo: '/article/a?b=c' }));
    const { token, email, returnTo } = linkIn(desk.mails[0]);
    const response = await confirm(post('/api/signin/confirm', { token, email, returnTo: returnTo ?? '' }));
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/article/a?b=c']);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-session=[\w-]{43}; Path=\/; Max-Age=5184000; SameSite=Lax; HttpOnly; Secure$/,
      ),
      'signed-in=1; Path=/; Max-Age=5184000; SameSite=Lax; Secure',
    ]);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/%5cevil',
    '%ff',
  ])('T1 T2 lead to the front page rather than to %j', async (returnTo) => {
    await signIn(post('/api/signin', { email: 'ann@example.com' }));
    const response = await confirm(post('/api/signin/confirm', { ...pick(linkIn(desk.mails[0])), returnTo }));
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/']);
  });

  it.each([{ token: '' }, { token: '%ff' }, { token: newToken() }, { email: 'a@b,c@d' }, { email: '' }])(
    'T2 show the page of a dead link for %j, and set no cookie',
    async (change) => {
      await signIn(post('/api/signin', { email: 'ann@example.com' }));
      const response = await confirm(
        post('/api/signin/confirm', { ...pick(linkIn(desk.mails[0])), ...change }),
      );
      expect([response.status, response.headers.get('Location')]).toEqual([303, '/signin/confirm']);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );

  it.each<Record<string, string>>([
    { role: 'admin' },
    { userId: 'x' },
    { id: '1' },
    { email: 'a\0@example.com' },
  ])('T15 T24 refuse %j in a body with 400, and do nothing', async (extra) => {
    const cookie = await cookieOf('ann@example.com');
    const answers = [
      await signIn(post('/api/signin', { email: 'bob@example.com', ...extra }, { json: true })),
      await confirm(post('/api/signin/confirm', { token: 'x', email: 'bob@example.com', ...extra })),
      await renameForm(post('/api/account', { name: 'New', ...extra }, { cookie })),
      await renameJson(post('/api/account', { name: 'New', ...extra }, { cookie, json: true })),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400]);
    expect(desk.mails).toHaveLength(1);
    expect(await userOf(cookie)).toMatchObject({ name: null, role: 'reader', email: 'ann@example.com' });
  });

  it('T9 give the browser a new session and end the one it had', async () => {
    const first = await cookieOf('ann@example.com');
    const second = await cookieOf('ann@example.com', first);
    expect(await userOf(first)).toBeNull();
    expect(await userOf(second)).not.toBeNull();
  });

  it('T9 sign out here, or everywhere, and clear both cookies', async () => {
    const [phone, laptop] = [await cookieOf('ann@example.com'), await cookieOf('ann@example.com')];
    const bob = await cookieOf('bob@example.com');
    const here = await signOut(post('/api/signout', {}, { cookie: phone }));
    expect([here.status, here.headers.get('Location')]).toEqual([303, '/signin?out=here']);
    expect(here.headers.getSetCookie()).toHaveLength(2);
    for (const cookie of here.headers.getSetCookie()) expect(cookie).toContain('Max-Age=0');
    expect([await userOf(phone), (await userOf(laptop))?.email]).toEqual([null, 'ann@example.com']);

    const another = await cookieOf('ann@example.com');
    expect(
      (await signOut(post('/api/signout?everywhere=1', {}, { cookie: laptop, json: true }))).status,
    ).toBe(204);
    expect([await userOf(laptop), await userOf(another), (await userOf(bob))?.email]).toEqual([
      null,
      null,
      'bob@example.com',
    ]);
  });

  it('let a visitor sign out, and change no name', async () => {
    expect((await signOut(post('/api/signout', {}))).status).toBe(303);
    const form = await renameForm(post('/api/account', { name: 'New' }));
    expect([form.status, form.headers.get('Location')]).toEqual([303, '/signin?returnTo=%2Faccount']);
    expect((await renameJson(post('/api/account', { name: 'New' }, { json: true }))).status).toBe(401);
  });

  it('T14 change the name of whoever asks, and bring a refused one back to the form', async () => {
    const [ann, bob] = [await cookieOf('ann@example.com'), await cookieOf('bob@example.com')];
    const saved = await renameForm(post('/api/account', { name: ' Ann ' }, { cookie: ann }));
    expect(saved.headers.get('Location')).toBe('/account?saved=1');
    const refused = await renameForm(post('/api/account', { name: 'x'.repeat(81) }, { cookie: bob }));
    expect(refused.headers.get('Location')).toBe('/account?error=name');
    expect(typedIn(refused)).toBe('x'.repeat(81));
    expect([(await userOf(ann))?.name, (await userOf(bob))?.name]).toEqual(['Ann', null]);
  });

  it('take a name away, by the form and as JSON', async () => {
    const ann = await cookieOf('ann@example.com');
    const named = async () => (await userOf(ann))?.name;
    await renameForm(post('/api/account', { name: 'Ann' }, { cookie: ann }));
    expect(await named()).toBe('Ann');
    const emptied = await renameForm(post('/api/account', { name: '  ' }, { cookie: ann }));
    expect([emptied.headers.get('Location'), await named()]).toEqual(['/account?saved=1', null]);
    await renameJson(post('/api/account', { name: 'Ann' }, { cookie: ann, json: true }));
    const body = { name: null } as unknown as Record<string, string>;
    expect((await renameJson(post('/api/account', body, { cookie: ann, json: true }))).status).toBe(204);
    expect(await named()).toBeNull();
  });

  describe('GET /api/me', () => {
    const DAY_MS = 86_400_000;
    const ask = (cookie: string) => me(new Request(`${SITE}/api/me`, { headers: { Cookie: cookie } }));
    const at = (days: number) => vi.setSystemTime(NOW.getTime() + days * DAY_MS);

    it('T11 renews both cookies of a session in use, once a day at most', async () => {
      const ann = await cookieOf('ann@example.com');
      expect((await ask(ann)).headers.getSetCookie()).toEqual([]);
      at(0.9);
      expect((await ask(ann)).headers.getSetCookie()).toEqual([]);
      at(1);
      expect((await ask(ann)).headers.getSetCookie()).toEqual([
        `${ann}; Path=/; Max-Age=5184000; SameSite=Lax; HttpOnly; Secure`,
        'signed-in=1; Path=/; Max-Age=5184000; SameSite=Lax; Secure',
      ]);
      expect((await ask(ann)).headers.getSetCookie()).toEqual([]);
    });

    it('keeps a reader who comes now and then signed in, and not one who stays away', async () => {
      const [ann, bob] = [await cookieOf('ann@example.com'), await cookieOf('bob@example.com')];
      for (const day of [50, 100, 150]) {
        at(day);
        expect((await (await ask(ann)).json()).user?.email).toBe('ann@example.com');
      }
      const away = await ask(bob);
      expect((await away.json()).user).toBeNull();
      for (const cookie of away.headers.getSetCookie()) expect(cookie).toContain('Max-Age=0');
    });

    it('T9 brings no session back that was ended', async () => {
      const ann = await cookieOf('ann@example.com');
      await signOut(post('/api/signout', {}, { cookie: ann }));
      at(2);
      const answer = await ask(ann);
      expect(answer.headers.getSetCookie()).toHaveLength(2);
      for (const cookie of answer.headers.getSetCookie()) expect(cookie).toContain('Max-Age=0');
    });
  });
});

const pick = ({ token, email }: { token: string; email: string }) => ({ token, email });
