import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ContentError } from './mistakes.ts';
import { readContent } from './read-content.ts';
import { AUTHORS, articleText, openFolder, PHOTO, picture, type TestFolder, TOPICS } from './testing.ts';

let folder: TestFolder | undefined;

afterEach(async () => {
  await folder?.remove();
  folder = undefined;
});

async function read(files: Record<string, string | Buffer | null> = {}) {
  folder = await openFolder(files);
  return readContent(folder.dir);
}

/** The mistakes of a folder as `file:line message`. */
async function mistakesIn(files: Record<string, string | Buffer | null>): Promise<string[]> {
  const error = await read(files).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ContentError)) throw error ?? new Error('no mistake was found');
  return error.mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('readContent reports', () => {
  test('every mistake of a folder at once, by file and line', async () => {
    expect(
      await mistakesIn({
        'topics.yaml': TOPICS.replace('kind: section', 'kind: planet').replace(
          'parent: science',
          'parent: alchemy',
        ),
        'authors.yaml': `${AUTHORS}- slug: iran\n  name: Ira N.\n`,
        'articles/talks.md': articleText({
          topics: '[iran, atlantis]',
          published: 'yesterday',
          headline: '',
        }),
        'articles/Bad_Name.md': articleText({ authors: '[nobody]' }),
      }),
    ).toEqual([
      'articles/Bad_Name.md:1 the file name must be lower-case letters and digits joined by hyphens',
      'articles/Bad_Name.md:6 unknown author "nobody"',
      'articles/talks.md:2 headline is missing',
      'articles/talks.md:4 published must be a date and time such as 2021-01-12T18:40:00Z',
      'articles/talks.md:7 unknown topic "atlantis"',
      'authors.yaml:6 the slug "iran" is a topic\'s already',
      'topics.yaml:3 kind must be section, topic, person, organization or place',
      'topics.yaml:19 unknown parent "alchemy"',
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['an unknown key', { colour: 'red' }, '8 unknown key "colour"'],
    ['an unknown section', { section: 'sport' }, '5 unknown section "sport"'],
    ['a section that is none', { section: 'iran' }, '5 "iran" is a topic but not a section'],
    [
      'a date that does not exist',
      { published: '2021-02-30T10:00:00Z' },
      '4 published must be a date and time',
    ],
    ['a date without a time', { published: '2021-02-20' }, '4 published must be a date and time'],
    ['a year out of reach', { published: '0001-01-01T00:00:00Z' }, '4 published must be a year from 1600'],
    ['an update before publication', { updated: '2021-01-12T18:39:59Z' }, '8 updated is before published'],
    [
      'a change that is not among the updates',
      { changed: '2021-01-12T19:00:00Z' },
      '8 changed must be after published and not after updated',
    ],
    ['no topics', { topics: '[]' }, '7 topics must name at least one topic'],
    ['a topic named twice', { topics: '[iran, iran]' }, '7 topics 2 repeats "iran"'],
    ['no author and no agency', { authors: '[]' }, '6 authors must name at least one author'],
    ['a number for a headline', { headline: '1984' }, '2 headline must be text (put it in quotes)'],
    ['an empty dek', { dek: '""' }, '3 dek is empty'],
    ['a long headline', { headline: 'x'.repeat(201) }, '2 headline must be at most 200 characters long'],
    ['a long dek', { dek: 'x'.repeat(401) }, '3 dek must be at most 400 characters long'],
    ['T24 NUL', { headline: '"a\\0b"' }, '2 headline holds characters that cannot be published'],
    ['T24 a lone surrogate', { dek: '"a\\ud800b"' }, '3 dek holds characters that cannot be published'],
    ['a repeated key', { dek: 'a\ndek: b' }, '4 broken YAML: Map keys must be unique'],
    ['broken YAML', { dek: '[unclosed' }, '4 broken YAML'],
    ['a YAML tag', { dek: '!!python/object x' }, '3 broken YAML: Unresolved tag'],
    ['a missing alt text', { photos: PHOTO.replace(/ {4}alt.*\n/, '') }, '9 photos 1: alt is missing'],
    [
      'a short alt text',
      { photos: PHOTO.replace(/alt.*/, 'alt: A field') },
      '10 photos 1: alt must be at least 10',
    ],
    ['a missing caption', { photos: PHOTO.replace(/ {4}caption.*\n/, '') }, '9 photos 1: caption is missing'],
    ['a missing credit', { photos: PHOTO.replace(/ {4}credit.*\n/, '') }, '9 photos 1: credit is missing'],
    ['an unknown key of a photo', { photos: `${PHOTO}\n    copyright: ours` }, '14 unknown key "copyright"'],
    [
      'a focal point outside',
      { photos: PHOTO.replace('0.75', '1.75') },
      '13 photos 1: focus 2 must be 1 or less',
    ],
    [
      'a photo that is not there',
      { photos: PHOTO.replace('red', 'blue') },
      '9 the photo photos/blue.webp does not exist',
    ],
    [
      'a photo outside the folder',
      { photos: PHOTO.replace('red', '../red') },
      '9 photos 1: file must be a name like',
    ],
    ['a photo listed twice', { photos: PHOTO + PHOTO }, '14 photos 2: file repeats "red.webp"'],
  ])('%s', async (_what, matter, expected) => {
    const found = await mistakesIn({ 'articles/one.md': articleText(matter) });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`articles/one.md:${expected}`);
  });

  test.each<[string, string, string]>([
    ['an empty text', '', '9 the text of the article is missing'],
    ['HTML in the text', 'Fine.\n\n<b>bold</b>', 'the text holds HTML'],
    ['a picture in the text', 'Fine. ![x](y.png)', '10 the text holds a picture'],
    ['an unknown article', '[x](/article/nothing)', '10 links to an unknown article "nothing"'],
    ['an unknown topic', '\n\n[x](/topic/nothing)', '12 links to an unknown topic "nothing"'],
    ['a link to a later article', '[x](/article/rover)', '10 links to "rover", which is published later'],
    [
      'a script address',
      '[x](javascript:alert(1))',
      '10 the link "javascript:alert(1)" is neither http nor https',
    ],
    ['a relative link', '[x](rover)', '10 the link "rover" must begin with / or https://'],
    ['a control character', 'a\u0000b', '10 holds a control character'],
    ['a text without end', 'word '.repeat(13_000), '9 the text must be at most 60000 characters long'],
  ])('%s', async (_what, body, expected) => {
    const found = await mistakesIn({ 'articles/one.md': articleText({}, body) });
    expect(found.join('\n')).toContain(expected);
    expect(found.every((mistake) => mistake.startsWith('articles/one.md:'))).toBe(true);
  });

  test.each<[string, (topics: string) => string, string[]]>([
    [
      'a slug twice',
      (t) => `${t}- slug: iran\n  name: Persia\n  kind: place\n`,
      ['20 the slug "iran" is used already, by "iran"'],
    ],
    [
      'a name that differs in case and accents only',
      (t) => `${t}- slug: iran-2\n  name: ÍRAN\n  kind: place\n`,
      ['21 the name "ÍRAN" is used already, by "iran"'],
    ],
    [
      'an alias that is a name elsewhere',
      (t) => t.replace('[Tehran]', '[Tehran, mars]'),
      ['17 the name "Mars" is used already, by "iran"'],
    ],
    ['an alias twice', (t) => t.replace('[Tehran]', '[Tehran, Tehran]'), ['12 aliases 2 repeats "Tehran"']],
    [
      'a bad slug',
      (t) => `${t}- slug: Bad Slug\n  name: Bad\n  kind: topic\n`,
      ['20 slug must be lower-case'],
    ],
    ['an author kind', (t) => t.replace('kind: section', 'kind: author'), ['3 kind must be section']],
    [
      'parents that form a cycle, once for each in it',
      (t) => t.replace('kind: section', 'kind: section\n  parent: iran'),
      ['4 the parents form a cycle', '8 the parents form a cycle', '12 the parents form a cycle'],
    ],
    [
      'a tree deeper than six',
      (t) =>
        t +
        [4, 5, 6, 7]
          .map(
            (n) =>
              `- slug: l${n}\n  name: L${n}\n  kind: topic\n  parent: ${n === 4 ? 'iran' : `l${n - 1}`}\n`,
          )
          .join(''),
      ['35 stands 7 levels deep; at most 6'],
    ],
  ])('in topics.yaml %s', async (_what, change, expected) => {
    const found = await mistakesIn({ 'topics.yaml': change(TOPICS) });
    expect(found).toHaveLength(expected.length);
    for (const [i, words] of expected.entries()) expect(found[i]).toContain(`topics.yaml:${words}`);
  });

  test('a picture that is none, and one that is not what its name says', async () => {
    const found = await mistakesIn({
      'photos/red.webp': 'not a picture',
      'photos/blue.png': await picture('#0000ff'),
      'articles/one.md': articleText({ photos: PHOTO.replace('red.webp', 'blue.png') }),
    });
    expect(found).toEqual([
      'articles/one.md:9 the photo photos/blue.png is a webp file by its content',
      'articles/talks.md:9 the photo photos/red.webp cannot be read as a picture',
    ]);
  });

  test('one mistake, not one a name, for a list that cannot be read', async () => {
    expect(await mistakesIn({ 'topics.yaml': '- slug: [' })).toHaveLength(1);
    await folder?.remove();
    expect(await mistakesIn({ 'authors.yaml': null })).toEqual(['authors.yaml:1 this file is missing']);
    await folder?.remove();
    expect(await mistakesIn({ 'authors.yaml': 'slug: x' })).toHaveLength(1);
  });

  test('files that are not text, have no front matter, or are a bomb', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
    ];
    const found = await mistakesIn({
      'articles/binary.md': Buffer.from([0x2d, 0xff, 0xfe]),
      'articles/bare.md': 'Only text.\n',
      'articles/bomb.md': `---\n${bomb.join('\n')}\nd: [*c,*c,*c,*c,*c,*c,*c]\n---\n\nText\n`,
      'articles/large.md': 'x'.repeat(1024 * 1024 + 1),
    });
    expect(found).toEqual([
      'articles/bare.md:1 must begin with front matter between two lines of ---',
      'articles/binary.md:1 this file is not UTF-8 text',
      'articles/bomb.md:2 broken YAML: Excessive alias count indicates a resource exhaustion attack',
      'articles/large.md:1 this file is larger than 1024 KB',
    ]);
  });

  test('a folder that is not there', async () => {
    folder = await openFolder();
    await rm(join(folder.dir, 'articles'), { recursive: true });
    await expect(readContent(folder.dir)).rejects.toThrow('articles:1 this folder is missing');
    await mkdir(join(folder.dir, 'articles'));
    await writeFile(join(folder.dir, 'articles', 'x.md'), articleText());
    expect((await readContent(folder.dir)).articles).toHaveLength(1);
  });

  test('which articles are sound in spite of the mistakes of others', async () => {
    folder = await openFolder({ 'articles/one.md': articleText({ topics: '[nothing]' }) });
    const error = await readContent(folder.dir).catch((thrown: unknown) => thrown);
    expect([...(error as ContentError).soundHashes.keys()]).toEqual(['rover', 'talks']);
  });
});
