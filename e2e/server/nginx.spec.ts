import { ask, follow, signInAs } from '../http.ts';
import { type Nginx, nginxProgram, startNginx } from '../nginx.ts';
import { expect, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const SHARED = ['/', ARTICLE, '/topic/oceans', '/topic/oceans/feed.xml', '/feed.json', '/api/topics'];
const PERSONAL = ['/following', '/account', '/saved', '/signin', '/api/me', '/api/feed', '/api/follows'];
const PAGES = ['/', ARTICLE, '/topic/oceans', '/following', '/account'];
const WHY_NOT = 'there is no nginx here (Debian: apt-get install nginx-light)';
let people = 0;

type Reader = { name: string; topic: string; email: string; cookie: string; token: string };

test('T28 T10 behind nginx as docs/nginx.conf has it two readers and a visitor get shared pages from the cache and never what is another’s', async ({
  site,
}) => {
  test.skip(!nginxProgram, WHY_NOT);
  const made = [
    { name: 'Ada Quillfeather', topic: 'oceans' },
    { name: 'Ben Marrowbone', topic: 'mars' },
  ];
  const readers: Reader[] = [];
  for (const { name, topic } of made) {
    const email = `nginx-${process.pid}-${++people}@example.com`;
    const cookie = await signInAs(site, email);
    await follow(site, cookie, [topic]);
    await ask(site, '/api/account', { method: 'PATCH', cookie, body: { name } });
    const feed = new URLSearchParams({ wanted: 'make' });
    const answer = await ask(site, '/api/account/feed', { method: 'POST', cookie, body: feed });
    const token = String(answer.headers['set-cookie']).match(/feed=([\w-]{43})/)?.[1] ?? '';
    expect(token).not.toBe('');
    readers.push({ name, topic, email, cookie, token });
  }
  const [ada, ben] = readers;
  const secretsBut = (own?: Reader) =>
    readers.filter((reader) => reader !== own).flatMap(({ name, email, token }) => [name, email, token]);
  const nginx = await startNginx(site);
  try {
    for (const order of [
      [ada, ben, undefined],
      [undefined, ben, ada],
    ]) {
      for (const path of [...SHARED, ...PERSONAL]) {
        const ways: Record<string, string>[] = PAGES.includes(path) ? [{ rsc: '1' }, {}] : [{}];
        for (const way of ways) {
          for (const person of order) {
            const answer = await ask(nginx, path, { headers: way, cookie: person?.cookie });
            const what = `${person?.name ?? 'visitor'} ${path} ${JSON.stringify(way)} ${answer.status}`;
            expect(answer.status, what).toBeLessThan(500);
            // Half of the proxy_buffer_size there: more would be a 502.
            expect(JSON.stringify(answer.headers).length, what).toBeLessThan(8_192);
            for (const secret of secretsBut(person))
              expect(JSON.stringify(answer.headers) + answer.body, what).not.toContain(secret);
            if (PERSONAL.includes(path)) expect(answer.headers['x-cache-status'], what).not.toBe('HIT');
          }
        }
      }
    }
    for (const path of SHARED) {
      const { headers, body } = await ask(nginx, path, { cookie: ada?.cookie });
      expect([path, headers['x-cache-status']]).toEqual([path, 'HIT']);
      // Whoever asked for the router's data did not put it in place of the page.
      if (PAGES.includes(path)) expect(body).toMatch(/^<!DOCTYPE html>/i);
    }

    for (const { cookie, topic, token, email } of readers) {
      const me = JSON.parse((await ask(nginx, '/api/me', { cookie })).body) as { followedTopics: string[] };
      expect(me.followedTopics).toEqual([topic]);
      expect((await ask(nginx, '/account', { cookie })).body).toContain(email);
      const { body } = await ask(nginx, '/api/feed', { cookie });
      const reasons = [...body.matchAll(/"reasons":\[\{"slug":"([^"]+)"/g)].map(([, slug]) => slug);
      expect([...new Set(reasons)]).toEqual([topic]);
      for (const format of ['xml', 'json', 'xml']) {
        const { status, headers } = await ask(nginx, `/feeds/${token}.${format}`);
        expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
        expect(headers['x-cache-status']).not.toBe('HIT');
      }
    }
    expect((await ask(nginx, '/api/internal/publish')).status).toBe(404);

    const kept = nginx.kept();
    for (const { address, text } of kept) {
      expect(SHARED, address).toContain(address);
      for (const secret of secretsBut()) expect(text, address).not.toContain(secret);
      expect(text, address).not.toMatch(/^set-cookie/im);
    }
    expect([...new Set(kept.map(({ address }) => address))].sort()).toEqual([...SHARED].sort());
    const log = nginx.log();
    expect(log).toContain(`GET ${ARTICLE} 200`);
    for (const { token } of readers) expect(log).not.toContain(token);
  } finally {
    await nginx.close();
  }
});

test('T20 T26 nginx keeps a page for a minute and a page of nothing for ten seconds, and compresses what it keeps', async ({
  site,
}) => {
  test.skip(!nginxProgram, WHY_NOT);
  const slug = `nginx-${process.pid}`;
  const nginx = await startNginx(site);
  try {
    await compresses(nginx);
    const missing = await ask(nginx, `/article/${slug}`);
    expect([missing.status, missing.headers['cache-control']]).toEqual([
      404,
      'public, max-age=0, s-maxage=10',
    ]);
    expect((await ask(nginx, `/article/${slug}`)).headers['x-cache-status']).toBe('HIT');
    expect((await ask(nginx, '/api/me')).headers['x-cache-status']).not.toBe('HIT');

    // What is published meanwhile is at its address as soon as nginx has forgotten that nothing was.
    site.publish(slug, { headline: 'A page that was not there', topics: ['oceans'] });
    await expect(async () => expect((await ask(site, `/article/${slug}`)).status).toBe(200)).toPass();
    await expect(async () => expect((await ask(nginx, `/article/${slug}`)).status).toBe(200)).toPass({
      timeout: 15_000,
    });

    // An edit is on the site at once, and nginx holds nothing for longer than a minute.
    site.publish(slug, { headline: 'The same page, corrected', topics: ['oceans'] });
    await expect(async () =>
      expect((await ask(site, `/article/${slug}`)).body).toContain('corrected'),
    ).toPass();
    for (const { address, seconds } of nginx.kept()) {
      expect(seconds, address).toBeGreaterThan(0);
      expect(seconds, address).toBeLessThanOrEqual(60);
    }
  } finally {
    await nginx.close();
    site.withdraw(slug);
    await expect(async () => expect((await ask(site, `/article/${slug}`)).status).toBe(404)).toPass();
  }

  async function compresses(proxy: Nginx): Promise<void> {
    const plain = await ask(site, ARTICLE);
    for (const status of ['MISS', 'HIT']) {
      const answer = await fetch(`${proxy.url}${ARTICLE}`, { headers: { 'accept-encoding': 'gzip' } });
      expect(answer.headers.get('x-cache-status')).toBe(status);
      expect(answer.headers.get('content-encoding')).toBe('gzip');
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
      expect(answer.headers.get('content-security-policy')).toBe(plain.headers['content-security-policy']);
      expect(await answer.text()).toBe(plain.body);
      const tag = answer.headers.get('etag') ?? '';
      expect(tag).toBe(`W/${plain.headers.etag}`);
      const again = await ask(proxy, ARTICLE, {
        headers: { 'if-none-match': tag, 'accept-encoding': 'gzip' },
      });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    // Who takes nothing compressed gets the same from the same cache.
    expect((await ask(proxy, ARTICLE)).body).toBe(plain.body);
  }
});
