import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderMarkdown } from './markdown.ts';
import { readContent } from './read-content.ts';
import { articleText, openFolder, PHOTO, picture, type TestFolder } from './testing.ts';

vi.mock('./markdown.ts', { spy: true });

let folder: TestFolder | undefined;

afterEach(async () => {
  await folder?.remove();
  folder = undefined;
});

async function read(files: Record<string, string | Buffer | null> = {}) {
  folder = await openFolder(files);
  return readContent(folder.dir);
}

describe('readContent', () => {
  test('reads topics, authors, articles and photos', async () => {
    const content = await read();
    expect(content.topics.map((topic) => topic.slug)).toEqual([
      'world',
      'middle-east',
      'iran',
      'science',
      'mars',
    ]);
    expect(content.authors[1]).toMatchObject({ slug: 'priya-raman', role: 'Science editor', bio: '' });
    const talks = content.articles.find((article) => article.slug === 'talks');
    expect(talks).toMatchObject({
      headline: 'Talks open',
      bodyHtml: '<p>The rover landed at dusk.</p>',
      wordCount: 5,
      publishedAt: new Date('2021-01-12T18:40:00Z'),
      updatedAt: null,
      changedAt: null,
      dateline: null,
      isLead: false,
    });
    expect(talks?.photos).toEqual([
      expect.objectContaining({ width: 30, height: 20, focus: [0.25, 0.75], dominantColour: '#c02010' }),
    ]);
    expect(talks?.photos[0]?.path).toMatch(/^[0-9a-f]{12}\/red\.webp$/);
  });

  test('takes a byte order mark, Windows line ends, comments and files that are no articles', async () => {
    const text = `\uFEFF${articleText({ headline: 'From Windows # a comment' }).replaceAll('\n', '\r\n')}`;
    const content = await read({
      'articles/windows.md': text,
      'articles/.hidden.md': 'x',
      'articles/notes.txt': 'x',
    });
    expect(content.articles.map((article) => article.slug)).toEqual(['rover', 'talks', 'windows']);
    expect(content.articles[2]?.headline).toBe('From Windows');
  });

  test('gives the same fingerprint for the same source and another for any change', async () => {
    const hash = async (files: Record<string, string | Buffer>) => {
      const content = await read(files);
      await folder?.remove();
      return content.articles.find((article) => article.slug === 'talks')?.sourceHash;
    };
    const same = articleText({ headline: 'Talks open', photos: PHOTO });
    const first = await hash({});
    expect(await hash({ 'articles/talks.md': same })).toBe(first);
    expect(await hash({ 'articles/talks.md': same.replace('0.25', '0.3') })).not.toBe(first);
    expect(await hash({ 'articles/talks.md': same.replace('dusk', 'dawn') })).not.toBe(first);
    expect(await hash({ 'photos/red.webp': await picture('#c02011') })).not.toBe(first);
  });

  test('sees a picture that changed between two readings', async () => {
    const before = await read();
    await folder?.write({ 'photos/red.webp': await picture('#1020c0', 60, 40) });
    const after = await readContent(folder?.dir ?? '');
    expect(after.articles[1]?.photos[0]).toMatchObject({ width: 60, height: 40, dominantColour: '#1020c0' });
    expect(after.articles[1]?.photos[0]?.path).not.toBe(before.articles[1]?.photos[0]?.path);
  });

  test('after an edit to one file parses that file alone, and gives what reading all would', async () => {
    const before = await read({ 'articles/talks.md': articleText({ headline: 'Before' }, 'One paragraph.') });
    vi.mocked(renderMarkdown).mockClear();
    await folder?.write({ 'articles/talks.md': articleText({ headline: 'After' }, 'Another paragraph.') });
    const after = await readContent(folder?.dir ?? '');
    expect(vi.mocked(renderMarkdown).mock.calls).toEqual([[expect.stringContaining('Another paragraph.')]]);
    expect(after.articles[0]).toEqual(before.articles[0]);
    expect(after.articles[1]).toMatchObject({ headline: 'After', bodyHtml: '<p>Another paragraph.</p>' });
  });

  test('tells the mistakes of a file that was left as it is again, each once', async () => {
    const bad = articleText({ topics: '[nowhere]' }, 'See [this](/article/nowhere).');
    folder = await openFolder({ 'articles/bad.md': bad, 'photos/red.webp': null });
    const mistakes = async () =>
      readContent(folder?.dir ?? '').then(
        () => [],
        (error: { mistakes: unknown[] }) => error.mistakes,
      );
    const first = await mistakes();
    expect(first).toHaveLength(3);
    expect(await mistakes()).toEqual(first);
  });
});
