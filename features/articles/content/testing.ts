import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A small content folder of its own for a test. Paths are below the folder; `null` removes a file. */
export type TestFolder = {
  dir: string;
  write(files: Record<string, string | Buffer | null>): Promise<void>;
  remove(): Promise<void>;
};

export const TOPICS = `- slug: world
  name: World
  kind: section
- slug: middle-east
  name: Middle East
  kind: place
  parent: world
- slug: iran
  name: Iran
  kind: place
  parent: middle-east
  aliases: [Tehran]
- slug: science
  name: Science
  kind: section
- slug: mars
  name: Mars
  kind: place
  parent: science
`;

export const AUTHORS = `- slug: nora-lindqvist
  name: Nora Lindqvist
- slug: priya-raman
  name: Priya Raman
  role: Science editor
`;

/** The source of an article; `matter` adds or replaces lines of the front matter by key. */
export function articleText(matter: Record<string, string> = {}, body = 'The rover landed at dusk.'): string {
  const lines = {
    headline: 'A headline',
    dek: 'A sentence under it.',
    published: '2021-01-12T18:40:00Z',
    section: 'world',
    authors: '[nora-lindqvist]',
    topics: '[iran]',
    ...matter,
  };
  const front = Object.entries(lines).map(([key, value]) => `${key}: ${value}`);
  return `---\n${front.join('\n')}\n---\n\n${body}\n`;
}

/** Front matter lines that list one photo. */
export const PHOTO = `
  - file: red.webp
    alt: A red field with nothing on it
    caption: The field in question.
    credit: Illustration/Your Globe
    focus: [0.25, 0.75]`;

/** A picture of one colour. */
export async function picture(colour: string, width = 30, height = 20): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .webp({ lossless: true })
    .toBuffer();
}

/** A folder with two articles, `talks` (with a photo) and `rover`, and `files` over them. */
export async function openFolder(files: Record<string, string | Buffer | null> = {}): Promise<TestFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'your-globe-content-'));
  const write = async (changes: Record<string, string | Buffer | null>) => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) await rm(join(dir, path), { force: true });
      else await writeFile(join(dir, path), text);
    }
  };
  await mkdir(join(dir, 'articles'));
  await mkdir(join(dir, 'photos'));
  await write({
    'topics.yaml': TOPICS,
    'authors.yaml': AUTHORS,
    'photos/red.webp': await picture('#c02010'),
    'articles/talks.md': articleText({ headline: 'Talks open', photos: PHOTO }),
    'articles/rover.md': articleText({
      headline: 'Rover lands',
      section: 'science',
      authors: '[priya-raman]',
      topics: '[mars]',
      published: '2021-02-18T21:30:00Z',
    }),
    ...files,
  });
  return { dir, write, remove: () => rm(dir, { recursive: true, force: true }) };
}
