import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photoHash, readPhotoFacts } from './photo-facts.ts';
import { readPhoto } from './photo-file.ts';
import { openFolder, picture, type TestFolder } from './testing.ts';

let folder: TestFolder;
let hash: string;

beforeAll(async () => {
  folder = await openFolder();
  hash = photoHash(await picture('#c02010'));
});
afterAll(() => folder.remove());

describe('readPhoto', () => {
  test('gives the bytes, type and tag of the picture that has this hash', async () => {
    const { path } = await readPhotoFacts(join(folder.dir, 'photos/red.webp'));
    expect(path).toBe(`${hash}/red.webp`);
    const photo = await readPhoto(folder.dir, path.split('/'));
    expect(photo).toMatchObject({ type: 'image/webp', etag: `"${hash}"` });
    expect(Buffer.from(photo?.bytes ?? []).equals(await picture('#c02010'))).toBe(true);
  });

  test('never gives another picture under an old address', async () => {
    await writeFile(join(folder.dir, 'photos/blue.webp'), await picture('#0000c0'));
    const old = photoHash(await picture('#0000c0'));
    expect(await readPhoto(folder.dir, [old, 'blue.webp'])).not.toBeNull();
    await writeFile(join(folder.dir, 'photos/blue.webp'), await picture('#0000c1'));
    expect(await readPhoto(folder.dir, [old, 'blue.webp'])).toBeNull();
  });

  test.each([
    [[]],
    [['red.webp']],
    [['000000000000', 'red.webp']],
    [['', 'red.webp']],
    [['x', '..', 'topics.yaml']],
    [['x', '../topics.yaml']],
    [['x', '..%2ftopics.yaml']],
    [['x', 'red.webp\0.png']],
    [['x', 'folder.webp']],
    [['x', 'none.webp']],
    [['x', `${'a'.repeat(5_000)}.webp`]],
    [['x', 'red.webp', 'more']],
  ])('T2 is null for %j', async (path) => {
    await mkdir(join(folder.dir, 'photos/folder.webp'), { recursive: true });
    expect(
      await readPhoto(
        folder.dir,
        path.map((part) => (part === 'x' ? hash : part)),
      ),
    ).toBeNull();
  });

  test('T25 is null, and never an error, for any other path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(hash)), { maxLength: 4 }),
        async (path) => {
          expect(await readPhoto(folder.dir, path)).toBeNull();
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
