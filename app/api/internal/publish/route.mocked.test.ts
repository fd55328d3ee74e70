import { revalidateTag } from 'next/cache';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { openTestPglite } from '@/db/testing.ts';
import { articleText, openFolder, type TestFolder } from '@/features/articles/content/testing.ts';
import { publishKey } from '@/features/articles/publish-key.ts';
import { readSettings } from '@/lib/settings.ts';
import { POST } from './route.ts';

vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }));

const SECRET = 'a secret of more than thirty-two characters';
let folder: TestFolder;
let database: { db: Db; close(): Promise<void> };

beforeAll(async () => {
  folder = await openFolder();
  database = await openTestPglite();
  const settings = readSettings({ AUTH_SECRET: SECRET, CONTENT_DIR: folder.dir });
  const mailer = { send: () => Promise.reject(new Error('no mail is sent here')) };
  setContext({ db: database.db, settings, mailer: mailer as never });
});
afterAll(async () => {
  await database.close();
  await folder.remove();
});
beforeEach(() => vi.mocked(revalidateTag).mockClear());

const post = (authorization = `Bearer ${publishKey(SECRET)}`) =>
  POST(new Request('http://127.0.0.1/api/internal/publish', { method: 'POST', headers: { authorization } }));

describe('POST /api/internal/publish', () => {
  test('T13 is refused without the key, and nothing is published', async () => {
    for (const key of ['', 'Bearer', 'Bearer wrong.key']) expect((await post(key)).status).toBe(401);
    expect(revalidateTag).not.toHaveBeenCalled();
  });

  test('publishes the folder and expires exactly the tags concerned, once', async () => {
    const answers = await Promise.all([post(), post()]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(first.added).toEqual(['rover', 'talks']);
    expect(first.nextDueAt).toBeNull();
    expect(second).toMatchObject({ added: [], changed: [], tags: [] });
    expect(vi.mocked(revalidateTag).mock.calls).toEqual(
      first.tags.map((tag: string) => [tag, { expire: 0 }]),
    );
    expect(answers[0]?.headers.get('cache-control')).toBe('private, no-store');
  });

  test('a call that comes during another reads the folder again after it', async () => {
    const first = post();
    await folder.write({ 'articles/late.md': articleText() });
    const results = await Promise.all([first, post()].map(async (answer) => (await answer).json()));
    expect(results.flatMap((result) => result.added)).toEqual(['late']);
  });

  test('answers 422 with every mistake, and publishes nothing', async () => {
    await folder.write({
      'articles/bad.md': articleText({ topics: '[nothing]', dek: '' }),
      'articles/good.md': articleText(),
    });
    const answer = await post();
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      title: 'The content folder has 2 mistakes.',
      status: 422,
      code: 'content_mistakes',
      released: [],
      mistakes: [
        { file: 'articles/bad.md', line: 3, message: 'dek is missing' },
        { file: 'articles/bad.md', line: 7, message: 'unknown topic "nothing"' },
      ],
    });
    expect(revalidateTag).not.toHaveBeenCalled();
    await folder.write({ 'articles/bad.md': null });
    expect((await (await post()).json()).added).toEqual(['good']);
  });
});
