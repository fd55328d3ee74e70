import { beforeEach, describe, expect, test } from 'vitest';
import PageCache, { bytesOfPage, currentPage, inlineScriptHashes, isPageKept } from './page-cache.ts';
import { emptyPageCache } from './testing.ts';

beforeEach(emptyPageCache);

const page = (html: string, tags = 'article:a', status = 200) => ({
  kind: 'APP_PAGE',
  html,
  status,
  headers: { 'x-next-cache-tags': tags },
});

describe('the page cache', () => {
  test('T26 a page enters with a policy that allows exactly its own inline scripts', async () => {
    const cache = new PageCache();
    await cache.set(
      '/a',
      page('<script>one()</script><script src="/x.js"></script><script type="x">two</script>'),
    );
    const policy = String((await cache.get('/a'))?.value.headers?.['content-security-policy']);
    // echo -n 'one()' | openssl dgst -sha256 -binary | base64
    expect(inlineScriptHashes('<script>one()</script>')).toEqual([
      "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='",
    ]);
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
  });

  test('T26 a page is kept in the order of painting, with the policy of what is sent', async () => {
    const cache = new PageCache();
    const [start, more] = ['self.__next_f=[]', 'self.__next_f.push([1,"a"])'];
    await cache.set('/o', page(`<script>${start}</script><script>${more}</script>`));
    const kept = (await cache.get('/o'))?.value;
    expect(kept?.html).toBe(`<script>${start};${more}</script>`);
    const [source] = inlineScriptHashes(`<script>${start};${more}</script>`);
    expect(kept?.headers?.['content-security-policy']).toContain(`script-src 'self' ${source};`);
  });

  test('a page is named by its address and its content', async () => {
    const cache = new PageCache();
    const tagOf = async (key: string, html: string) => {
      await cache.set(key, page(html));
      return (await cache.get(key))?.value.headers?.etag;
    };
    const first = await tagOf('/tag-1', '<p>');
    expect(first).toMatch(/^"[\w-]{43}"$/);
    expect(await tagOf('/tag-1', '<p>')).toBe(first);
    expect(await tagOf('/tag-2', '<p>')).not.toBe(first);
    expect(await tagOf('/tag-1', '<p>other')).not.toBe(first);
  });

  test('T26 T28 a page with the nonce of one request is kept for no other, and keeps the policy of that request', async () => {
    const cache = new PageCache();
    const nonced = page('<script src="/x.js" nonce="abc"></script>');
    await cache.set('/n', nonced);
    expect(nonced.headers).not.toHaveProperty('content-security-policy');
    expect(await cache.get('/n')).toBeNull();
  });

  test('T38 a page is known to be kept, by its path, until what it shows changes', async () => {
    const cache = new PageCache();
    expect(isPageKept('/article/k')).toBe(false);
    await cache.set('/route-cache/APP_PAGE/abc/$/article/k', page('<p>', 'article:k'));
    expect(isPageKept('/article/k')).toBe(true);
    await cache.revalidateTag('article:k');
    expect(isPageKept('/article/k')).toBe(false);
    await cache.set('/route-cache/APP_PAGE/abc/$/article/k', page('<p>again', 'article:l'));
    expect(isPageKept('/article/k')).toBe(true);
    await cache.set('/route-cache/APP_PAGE/abc/$/article/k', null);
    expect(isPageKept('/article/k')).toBe(false);
  });

  test('the part of a page that is the same for every reader is not the page', async () => {
    const cache = new PageCache();
    await cache.set('/route-cache/APP_PAGE/abc/$/account', { ...page('<p>'), postponed: '…' });
    expect(isPageKept('/account')).toBe(false);
  });

  test('T44 a 404 gets its policy but is not kept', async () => {
    const cache = new PageCache();
    const missing = page('<script>x</script>', 'article:b', 404);
    await cache.set('/b', missing);
    expect(missing.headers).toHaveProperty('content-security-policy');
    expect(await cache.get('/b')).toBeNull();
  });

  test('T44 a page that says it is about nothing is answered as a 404 and not kept', async () => {
    const cache = new PageCache();
    const missing = page('<meta name="page-status" content="404"/><p>There is no such page</p>');
    await cache.set('/m', missing);
    expect(missing.status).toBe(404);
    expect(await cache.get('/m')).toBeNull();
  });

  test('a page is kept as the bytes that are sent, for as long as it is kept', async () => {
    const cache = new PageCache();
    const tagOf = async (key: string) => String((await cache.get(key))?.value.headers?.etag);
    await cache.set('/bytes', page('<p>“Zürich”</p>'));
    const tag = await tagOf('/bytes');
    expect(bytesOfPage(tag)?.toString()).toBe('<p>“Zürich”</p>');
    expect(bytesOfPage('"other"')).toBeUndefined();
    await cache.set('/bytes', page('<p>“Bern”</p>'));
    expect(bytesOfPage(tag)).toBeUndefined();
    expect(bytesOfPage(await tagOf('/bytes'))?.toString()).toBe('<p>“Bern”</p>');
    // The same again, as after a change elsewhere that this page does not show.
    await cache.set('/bytes', page('<p>“Bern”</p>'));
    expect(bytesOfPage(await tagOf('/bytes'))?.toString()).toBe('<p>“Bern”</p>');
  });

  test('a page that the door sends is kept before those that nobody asks for', async () => {
    const cache = new PageCache();
    await cache.set('/hot', page('<p>hot'));
    const tag = String((await cache.get('/hot'))?.value.headers?.etag);
    for (let n = 0; n < 10; n++) {
      expect(currentPage(tag, 'identity')?.toString()).toBe('<p>hot');
      await cache.set(`/large-${n}`, page('x'.repeat(10_000_000)));
    }
    expect(await cache.get('/large-0')).toBeNull();
    expect(await cache.get('/hot')).not.toBeNull();
  });

  test('T20 a page is gone as soon as one of its tags is named', async () => {
    const cache = new PageCache();
    await cache.get('/c');
    await cache.set('/c', page('<p>', 'front,article:c'));
    await cache.set('/d', page('<p>', 'article:d'));
    expect(await cache.get('/c')).not.toBeNull();
    await cache.revalidateTag(['article:c']);
    expect(await cache.get('/c')).toBeNull();
    expect(await cache.get('/d')).not.toBeNull();
  });

  test('T20 a page whose data changed while it was being rendered is not served again', async () => {
    const cache = new PageCache();
    await cache.get('/e');
    await cache.revalidateTag('article:e');
    await cache.set('/e', page('<p>old</p>', 'article:e'));
    expect(await cache.get('/e')).toBeNull();
    await cache.set('/e', page('<p>new</p>', 'article:e'));
    expect((await cache.get('/e'))?.value.html).toBe('<p>new</p>');
  });
});
