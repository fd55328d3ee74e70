import { ask, signInAs } from '../http.ts';
import { databaseServer, startServerSite } from '../server-mode.ts';
import { expect, mailedLink, test } from '../test.ts';

const EVIL = 'evil.example';
const FORGED: Record<string, string>[] = [
  { host: EVIL },
  { host: `${EVIL}:80` },
  { host: 'localhost.evil.example' },
  { 'x-forwarded-host': EVIL },
  { forwarded: `host=${EVIL};proto=https` },
  { 'x-forwarded-host': EVIL, 'x-forwarded-proto': 'https', 'x-forwarded-port': '666' },
  {
    host: EVIL,
    'x-forwarded-host': EVIL,
    'x-host': EVIL,
    'x-forwarded-server': EVIL,
    'x-original-host': EVIL,
  },
];

test('T27 local mode answers to the names of this machine only, so that no other site can read the mailbox', async ({
  site,
}) => {
  const names = [
    EVIL,
    `${EVIL}:${site.port}`,
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '192.168.0.1',
    '0.0.0.0',
  ];
  for (const host of [...names, 'localhost@evil.example', 'evil.example#localhost', '[::2]']) {
    for (const path of ['/', '/mailbox', '/api/me', '/_next/static/x.js', '/healthz']) {
      const { status, body } = await ask(site, path, { headers: { host } });
      expect(status, `${host} ${path}`).toBe(421);
      expect(body).not.toContain('<');
    }
  }
  for (const host of [
    `localhost:${site.port}`,
    `127.0.0.1:${site.port}`,
    `[::1]:${site.port}`,
    'LOCALHOST',
  ]) {
    expect((await ask(site, '/mailbox', { headers: { host } })).status, host).toBe(200);
  }
  // The right host and a forged one beside it: what is forwarded is not believed.
  for (const headers of FORGED.filter((forged) => !forged.host)) {
    expect((await ask(site, '/', { headers })).body).not.toContain(EVIL);
    expect((await ask(site, '/account', { headers })).headers.location).toBe('/signin?returnTo=%2Faccount');
  }
});

test('T27 in server mode a forged host reaches no page, header, redirect or mail, and does not stay in the cache', async () => {
  test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
  const site = await startServerSite();
  try {
    const cookie = await signInAs(site, 'reader@example.com');
    const article = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
    const paths = [
      ...['/', '/topics', article, '/topic/oceans', '/author/nora-lindqvist', '/topic/nora-lindqvist'],
      ...['/nope', '/article/nope', '/account', '/account/', '//evil.example/x', '/following', '/signin'],
      ...['/admin/topics', '/api/me', '/api/topics', '/api/nope', '/healthz', '/api/openapi.json'],
      ...['/feed.xml', '/topic/oceans/feed.json', '/sitemap.xml', '/sitemap/articles-1.xml', '/robots.txt'],
      ...['/news-sitemap.xml', '/topic/nora-lindqvist/feed.xml', '/preview/topic/oceans/old.jpg'],
    ];
    for (const headers of FORGED) {
      for (const path of paths) {
        for (const who of [undefined, cookie]) {
          const answer = await ask(site, path, { headers, cookie: who });
          const what = `${path} ${JSON.stringify(headers)} ${answer.status}`;
          expect(answer.status, what).toBeLessThan(500);
          const asked = path.includes(EVIL) ? '' : EVIL;
          if (asked) expect(`${JSON.stringify(answer.headers)}${answer.body}`, what).not.toContain(asked);
          expect(answer.headers.location ?? '/', what).toMatch(/^\/(?!\/)/);
        }
      }
    }
    for (const path of paths.filter((name) => !name.includes(EVIL))) {
      expect((await ask(site, path)).body, `${path} afterwards`).not.toContain(EVIL);
    }
    expect((await ask(site, article)).body).toContain(`${site.url}${article}`);

    for (const [index, headers] of FORGED.entries()) {
      const email = `forged-${index}@example.com`;
      // As a reader's browser would send it through an intermediary that changes the host.
      const body = { email, returnTo: article };
      const { status } = await ask(site, '/api/signin', { method: 'POST', headers, body });
      expect(status).toBe(202);
      expect(mailedLink(site, email).origin).toBe(site.url);
      const letter = { newsletter: 'morning', email };
      await ask(site, '/api/newsletters/subscribe', { method: 'POST', headers, body: letter });
    }
    expect(site.mailSources()).toHaveLength(1 + 2 * FORGED.length);
    for (const source of site.mailSources()) expect(source).not.toMatch(/evil\.example|https:|:666/);
    // Neither does an Origin made to match the forged host pass.
    for (const scheme of ['http', 'https']) {
      const headers = { host: EVIL, 'x-forwarded-host': EVIL, origin: `${scheme}://${EVIL}` };
      expect((await ask(site, '/api/signout', { method: 'POST', headers, cookie })).status).toBe(403);
    }
  } finally {
    await site.remove();
  }
});
