import { createHash } from 'node:crypto';
import { EARLY_SCRIPT } from '../../lib/early-script.ts';
import { EARLY_SCRIPT_SOURCE } from '../../server/headers.ts';
import { ask, askForData, type Question, signInAsAdmin } from '../http.ts';
import type { Site } from '../site.ts';
import { expect, mailedLink, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const SHARED = ['/', '/topics', '/topics/a-z', ARTICLE, '/topic/oceans', '/author/nora-lindqvist'];
const PERSONAL = [
  '/following',
  '/following/manage',
  '/account',
  '/saved',
  '/history',
  '/follow/oceans',
  '/search?q=iran',
  '/signin',
  '/newsletters',
  '/newsletters/confirm?token=x',
  '/newsletters/unsubscribe?token=x',
  '/admin/topics',
  '/mailbox',
];
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** One address for every kind of answer, and the status that shows it is that kind. */
async function answers(site: Site): Promise<[path: string, status: number, question?: Question][]> {
  const front = await ask(site, '/');
  const { headers: data } = await ask(site, ARTICLE, { headers: { rsc: '1' } });
  const sheet = front.body.match(/\/_next\/static\/[^"]+\.css/)?.[0] ?? '';
  const script = front.body.match(/\/_next\/static\/[^"]+\.js/)?.[0] ?? '';
  const photo = (
    JSON.parse((await ask(site, `/api${ARTICLE.replace('article', 'articles')}`)).body) as {
      photo: { src: string };
    }
  ).photo.src;
  const image = `/_next/image?url=${encodeURIComponent(photo)}&w=400&q=75`;
  return [
    ...SHARED.map((path): [string, number] => [path, 200]),
    ...['/following', '/signin', '/newsletters', '/mailbox'].map((path): [string, number] => [path, 200]),
    ...['/nope', '/article/nope', '/topic/nope', '/follow/nope', '/signin/nope', '/admin/nope/x.php'].map(
      (path): [string, number] => [path, path.startsWith('/admin') ? 303 : 404],
    ),
    [ARTICLE, 307, { headers: { rsc: '1' } }],
    [`${ARTICLE}${data.location?.slice(ARTICLE.length)}`, 200, { headers: { rsc: '1' } }],
    [ARTICLE, 200, { method: 'HEAD' }],
    ['/api/me', 200],
    ['/api/topics', 200],
    ['/api/feed', 401],
    ['/api/nope', 404],
    ['/api/articles/nope', 404],
    ['/api/me', 204, { method: 'OPTIONS' }],
    ['/api/me', 405, { method: 'POST' }],
    ['/api/signin', 400, { method: 'POST', body: {} }],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/feed.xml', 200],
    ['/feed.json', 304, { headers: { 'if-none-match': '*' } }],
    ['/topic/nope/feed.xml', 404],
    ['/sitemap.xml', 200],
    ['/sitemap/pages.xml', 200],
    ['/robots.txt', 200],
    ['/preview/topic/oceans/old.jpg', 307],
    [photo, 200],
    [photo, 304, { headers: { 'if-none-match': '*' } }],
    [photo.replace('.', 'x.'), 404],
    [image, 200],
    [`${image}1`, 400],
    [sheet, 200],
    [script, 200],
    ['/_next/static/nope.js', 404],
    ['/icon.svg', 200],
    ['/account', 303],
    ['/account/', 308],
    ['/topic/nora-lindqvist', 308],
    ['/%ff', 400],
    [`/${'a'.repeat(9_000)}`, 414],
    ['/', 405, { method: 'PUT' }],
    ['/', 405, { method: 'PROPFIND' }],
    ['/api/me', 403, { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['/', 421, { headers: { host: 'evil.example' } }],
    ['/api/signin', 413, { method: 'POST', body: 'x'.repeat(2_000_000) }],
  ];
}

test('T26 every kind of answer bears the security headers, and none says what made it', async ({ site }) => {
  for (const [path, status, question] of await answers(site)) {
    const { headers, status: got } = await ask(site, path, question);
    const what = `${question?.method ?? 'GET'} ${path.slice(0, 60)}`;
    expect(got, what).toBe(status);
    expect(headers, what).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], what).toContain('geolocation=()');
    const policy = String(headers['content-security-policy']);
    // Two policies in one answer would be joined by a comma.
    expect(policy, what).not.toContain(',');
    for (const part of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy, what).toContain(part);
    }
    expect(directive(policy, 'script-src'), what).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-powered-by'], what).toBeUndefined();
    expect(headers.server, what).toBeUndefined();
  }
});

test('T26 the policy of a shared page allows exactly the scripts in it, the first time and from the cache', async ({
  site,
}) => {
  for (const path of [...SHARED, '/article/nope', '/nope', '/_/_']) {
    for (let turn = 0; turn < 3; turn++) {
      const { body, headers } = await ask(site, path);
      const sources = directive(String(headers['content-security-policy']), 'script-src').split(' ');
      const inline = [...body.matchAll(SCRIPT)].filter(([, attributes]) => !/\ssrc=/.test(attributes ?? ''));
      const hashes = inline.map(
        ([, , text]) =>
          `'sha256-${createHash('sha256')
            .update(text ?? '')
            .digest('base64')}'`,
      );
      expect(hashes.length, path).toBeGreaterThan(1);
      expect(new Set(sources), `${path} (${turn})`).toEqual(new Set(['script-src', "'self'", ...hashes]));
      expect(body.match(/\snonce=/), `${path} holds a nonce`).toBeNull();
      expect(headers['set-cookie']).toBeUndefined();
      // It would have browsers leave an empty tab's process for another (ADR 021).
      expect(headers['cross-origin-opener-policy'], path).toBeUndefined();
    }
  }
});

test('T26 T28 a personal page is stored by nobody, carries a nonce of its own on every script, and shows its text without scripts', async ({
  site,
}) => {
  const cookie = await signInAsAdmin(site);
  await ask(site, '/api/signin', { method: 'POST', body: { email: `nonce-${process.pid}@example.com` } });
  const link = mailedLink(site, `nonce-${process.pid}@example.com`);
  const nonces = new Set<string>();
  const pages = [...PERSONAL, `${link.pathname}${link.search}`];
  for (const path of pages) {
    for (let turn = 0; turn < 2; turn++) {
      const { body, headers, status } = await ask(site, path, { cookie });
      expect(status, path).toBe(200);
      expect(headers['cache-control'], path).toContain('private');
      expect(headers['cache-control'], path).toContain('no-store');
      expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
      const sources = directive(String(headers['content-security-policy']), 'script-src');
      const nonce = sources.match(/'nonce-([^']+)'/)?.[1] ?? '';
      expect(sources, path).toBe(`script-src 'self' 'nonce-${nonce}' ${EARLY_SCRIPT_SOURCE}`);
      nonces.add(nonce);
      // All but the one that is the same everywhere, which its hash allows.
      const scripts = [
        ...body.replace(`<script>${EARLY_SCRIPT}</script>`, '').matchAll(/<script\b([^>]*)>/g),
      ].map(([, attributes]) => attributes ?? '');
      expect(scripts.length, path).toBeGreaterThan(3);
      for (const attributes of scripts) expect(attributes, path).toContain(`nonce="${nonce}"`);
      // Nothing waits for a script to be moved into place.
      expect(body, path).not.toMatch(/<div hidden=""? id="S:/);
      const main =
        body.match(/<main[\s\S]*<\/main>/)?.[0].replace(/<(script|template)[\s\S]*?<\/\1>/g, '') ?? '';
      expect(
        main
          .match(/<h1[^>]*>[\s\S]*?<\/h1>/)?.[0]
          .replace(/<[^>]*>/g, '')
          .trim(),
        path,
      ).toMatch(/\w{4}/);
    }
  }
  expect(nonces.size).toBe(pages.length * 2);
  for (const path of ['/following', '/account', '/admin/topics']) {
    const { headers, status } = await askForData(site, path, { cookie });
    expect(status, `${path} as data`).toBe(200);
    expect(headers['cache-control'], `${path} as data`).toMatch(/private.*no-store/);
  }
  for (const path of [
    '/api/me',
    '/api/feed',
    '/api/follows',
    '/api/saved',
    '/api/reads',
    '/api/admin/topics',
  ]) {
    for (const who of [cookie, undefined]) {
      expect((await ask(site, path, { cookie: who })).headers['cache-control'], path).toBe(
        'private, no-store',
      );
    }
  }
});

function directive(policy: string, name: string): string {
  return policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';
}
