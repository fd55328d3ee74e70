import { ask } from '../http.ts';
import { expect, mailedLink, test } from '../test.ts';

test('T4 looking at a mailed link, however often and by whatever scanner, leaves it usable; a POST of ours uses it up', async ({
  site,
}) => {
  const email = `scanned-${process.pid}@example.com`;
  const asked = await ask(site, '/api/signin', {
    method: 'POST',
    body: { email, returnTo: '/topic/oceans' },
  });
  expect(asked.status).toBe(202);
  const link = mailedLink(site, email);
  const { search, searchParams: form } = link;
  const token = form.get('token') ?? '';

  // What scanners open: the link, and next-auth's own addresses with what the link holds.
  const nextAuth = new URLSearchParams({ callbackUrl: site.url, token, email });
  const paths = [
    `${link.pathname}${search}`,
    `/api/signin/confirm${search}`,
    `/api/auth/callback/email?${nextAuth}`,
    `/api/auth/signin/email?${nextAuth}`,
    `/api/auth/session?${nextAuth}`,
  ];
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const headers of [{}, { rsc: '1' }, { purpose: 'prefetch' }] as Record<string, string>[]) {
        const answer = await ask(site, path, { method, headers });
        expect(answer.headers['set-cookie'], `${method} ${path}`).toBeUndefined();
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      }
    }
  }
  // Neither a foreign page's form, nor any other way of posting.
  for (const path of paths) {
    for (const origin of ['', 'null', 'https://evil.example']) {
      const answer = await ask(site, path, { method: 'POST', headers: { origin }, body: form });
      expect(answer.status, `POST ${path} ${origin}`).toBe(403);
    }
    if (path.startsWith('/api/signin/confirm')) continue;
    const answer = await ask(site, path, { method: 'POST', body: form });
    expect([404, 405], `POST ${path} ${answer.status}`).toContain(answer.status);
  }
  const page = await ask(site, `${link.pathname}${search}`);
  expect(page.body).toContain(email);
  expect(page.body).not.toContain('This link no longer works');

  const used = await ask(site, '/api/signin/confirm', { method: 'POST', body: form });
  expect(used.status).toBe(303);
  expect(used.headers.location).toBe('/topic/oceans');
  expect(used.headers['set-cookie']?.join()).toContain('session=');

  const again = await ask(site, '/api/signin/confirm', { method: 'POST', body: form });
  expect(again.headers.location).toMatch(/^\/signin\/confirm/);
  expect(again.headers['set-cookie']).toBeUndefined();
  expect((await ask(site, `${link.pathname}${search}`)).body).toContain('This link no longer works');
});

test('T3 a link posted 20 times at once makes one session', async ({ site }) => {
  const email = `twenty-${process.pid}@example.com`;
  await ask(site, '/api/signin', { method: 'POST', body: { email } });
  const body = mailedLink(site, email).searchParams;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(site, '/api/signin/confirm', { method: 'POST', body })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
  expect(answers.filter(({ headers }) => headers['set-cookie'])).toHaveLength(1);
});
