import { expect, test } from 'vitest';
import { PreviewStore } from './preview-store.ts';

const picture = (size = 10) => new Uint8Array(size);

test('a picture is drawn once, however many ask and how often', async () => {
  const store = new PreviewStore();
  let drawn = 0;
  const draw = async () => {
    drawn += 1;
    return picture();
  };
  const all = await Promise.all(Array.from({ length: 10 }, () => store.get('a', draw)));
  expect(new Set(all).size).toBe(1);
  await store.get('a', draw);
  expect(drawn).toBe(1);
});

test('one is drawn at a time, and who comes when too many wait is told to come again', async () => {
  const store = new PreviewStore();
  const gate = Promise.withResolvers<void>();
  let atOnce = 0;
  let most = 0;
  const draw = async () => {
    most = Math.max(most, ++atOnce);
    await gate.promise;
    atOnce -= 1;
    return picture();
  };
  const waiting = Array.from({ length: 20 }, (_, n) => store.get(`p${n}`, draw));
  await expect(store.get('one-more', draw)).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 5,
  });
  gate.resolve();
  await Promise.all(waiting);
  expect(most).toBe(1);
  expect(await store.get('one-more', draw)).toHaveLength(10);
});

test('a drawing that fails is told to whoever asked, and does not stop the next or stay', async () => {
  const store = new PreviewStore();
  const failed = store.get('a', () => Promise.reject(new Error('no paint')));
  const next = store.get('b', async () => picture());
  await expect(failed).rejects.toThrow('no paint');
  expect(await next).toHaveLength(10);
  expect(await store.get('a', async () => picture(5))).toHaveLength(5);
});

test('memory is bounded: what was not asked for lately is drawn again', async () => {
  const store = new PreviewStore();
  const sizes = 4 * 1024 * 1024;
  let drawn = 0;
  const draw = async () => {
    drawn += 1;
    return picture(sizes);
  };
  for (const name of ['a', 'b', 'c', 'd', 'e']) await store.get(name, draw);
  await store.get('e', draw);
  expect(drawn).toBe(5);
  await store.get('a', draw);
  expect(drawn).toBe(6);
});
