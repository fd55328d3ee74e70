import { afterAll, beforeAll, expect, test } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import { photoHash } from '@/features/articles/content/photo-facts.ts';
import { openFolder, picture, type TestFolder } from '@/features/articles/content/testing.ts';
import { readSettings } from '@/lib/settings.ts';
import { GET, HEAD } from './route.ts';

let folder: TestFolder;
let bytes: Buffer;
let hash: string;

beforeAll(async () => {
  folder = await openFolder();
  bytes = await picture('#c02010');
  hash = photoHash(bytes);
  setContext({
    db: null as never,
    mailer: null as never,
    settings: readSettings({ CONTENT_DIR: folder.dir }),
  });
});
afterAll(() => folder.remove());

const ask = (path: string[], init: RequestInit = {}) => {
  const request = new Request('http://127.0.0.1/media/x', init);
  return (init.method === 'HEAD' ? HEAD : GET)(request, { params: Promise.resolve({ path }) });
};

test('a photo is served with its type, to be kept for ever', async () => {
  const answer = await ask([hash, 'red.webp']);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(bytes.length),
    'content-type': 'image/webp',
    etag: `"${hash}"`,
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

test('HEAD answers the same without the bytes', async () => {
  const answer = await ask([hash, 'red.webp'], { method: 'HEAD' });
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  expect((await answer.arrayBuffer()).byteLength).toBe(0);
});

test.each(['"HASH"', 'W/"HASH"', '"x", "HASH"', '*'])('If-None-Match %s saves the bytes', async (known) => {
  const answer = await ask([hash, 'red.webp'], { headers: { 'if-none-match': known.replace('HASH', hash) } });
  expect(answer.status).toBe(304);
});

test.each([[['x']], [['000000000000', 'red.webp']], [['..', '..', 'topics.yaml']], [['\ud800', '%ff']]])(
  'T2 %j is a plain 404 that nobody keeps',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  },
);
