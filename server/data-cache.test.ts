import { describe, expect, test } from 'vitest';
import { createDataCache } from './data-cache.ts';

const TEXT = `0:${JSON.stringify({ article: 'x'.repeat(100) })}\n`;
const entry = (text: string, fields: { tags?: string[]; timestamp?: number; revalidate?: number } = {}) =>
  Promise.resolve({
    tags: ['article:a'],
    stale: 300,
    timestamp: 1_000,
    expire: 4_294_967_294,
    revalidate: 2_592_000,
    value: new Response(text).body ?? new ReadableStream<Uint8Array>(),
    ...fields,
  });
const textOf = async (found: { value: ReadableStream<Uint8Array> } | undefined) =>
  found && (await new Response(found.value).text());

describe('the data cache', () => {
  test('gives back what was put in, as often as it is asked for', async () => {
    const cache = createDataCache(() => 2_000);
    await cache.set('k', entry(TEXT));
    expect(await textOf(await cache.get('k', []))).toBe(TEXT);
    expect(await textOf(await cache.get('k', []))).toBe(TEXT);
    expect(await cache.get('other', [])).toBeUndefined();
  });

  test('T44 a result that says there is nothing is not kept', async () => {
    const cache = createDataCache(() => 2_000);
    await cache.set('k', entry('0:null\n'));
    expect(await cache.get('k', [])).toBeUndefined();
  });

  test('T44 what is kept holds its own bytes and no slab around them', async () => {
    const cache = createDataCache(() => 2_000);
    await cache.set('k', entry(TEXT));
    const reader = (await cache.get('k', []))?.value.getReader();
    expect((await reader?.read())?.value?.buffer.byteLength).toBe(TEXT.length);
  });

  test('T20 a result is gone as soon as its tag is named, also one that was begun before', async () => {
    let time = 2_000;
    const cache = createDataCache(() => time);
    await cache.set('old', entry(TEXT, { timestamp: 1_000 }));
    await cache.set('other', entry(TEXT, { timestamp: 1_000, tags: ['article:b'] }));
    await cache.updateTags(['article:a']);
    await cache.set('begun before', entry(TEXT, { timestamp: 1_500 }));
    time = 3_000;
    await cache.set('begun after', entry(TEXT, { timestamp: 2_500 }));
    expect(await cache.get('old', [])).toBeUndefined();
    expect(await cache.get('begun before', [])).toBeUndefined();
    expect(await cache.get('begun after', [])).toBeDefined();
    expect(await cache.get('other', [])).toBeDefined();
    expect(await cache.getExpiration(['article:a', 'article:b'])).toBe(2_000);
  });

  test('a result past its time is not given', async () => {
    let time = 2_000;
    const cache = createDataCache(() => time);
    await cache.set('k', entry(TEXT, { revalidate: 10 }));
    expect(await cache.get('k', [])).toBeDefined();
    time = 11_001;
    expect(await cache.get('k', [])).toBeUndefined();
  });

  test('who asks while a result is on its way waits for it, and one that fails is not kept', async () => {
    const cache = createDataCache(() => 2_000);
    const slow = Promise.withResolvers<Awaited<ReturnType<typeof entry>>>();
    const setting = cache.set('k', slow.promise);
    const asked = cache.get('k', []);
    slow.resolve(await entry(TEXT));
    expect(await textOf(await asked)).toBe(TEXT);
    await setting;
    await cache.set('failed', Promise.reject(new Error('no')));
    expect(await cache.get('failed', [])).toBeUndefined();
  });
});
