import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '@/features/articles/content/content.ts';
import { readContent } from '@/features/articles/content/read-content.ts';
import {
  averageColour,
  type Fingerprint,
  HASH_H,
  HASH_W,
  looksAlike,
  perceptualHash,
} from '@/scripts/illustrations/perceptual-hash.ts';

const DIR = import.meta.dirname;
const REQUIRED = 'pompeo-accuses-iran-of-al-qaeda-ties';

let content: Content;

beforeAll(async () => {
  content = await readContent(DIR);
});

const photos = () => content.articles.flatMap((article) => article.photos);

describe('the starter newspaper', () => {
  test('has 40 articles or more, of 250 to 700 words each, no two with one headline', () => {
    expect(content.articles.length).toBeGreaterThanOrEqual(40);
    const outside = content.articles.filter(({ wordCount }) => wordCount < 250 || wordCount > 700);
    expect(outside.map(({ slug, wordCount }) => `${slug}: ${wordCount}`)).toEqual([]);
    expect(new Set(content.articles.map((article) => article.headline)).size).toBe(content.articles.length);
  });

  test('tells of 2015 to 2021', () => {
    const years = content.articles.map((article) => article.publishedAt.getUTCFullYear());
    expect(Math.min(...years)).toBe(2015);
    expect(Math.max(...years)).toBe(2021);
  });

  test('has 30 topics or more, of every kind, in three levels', () => {
    const parents = new Map(content.topics.map((topic) => [topic.slug, topic.parent]));
    const levelOf = (slug: string): number => {
      const parent = parents.get(slug);
      return parent === undefined ? 1 : 1 + levelOf(parent);
    };
    const levels = content.topics.map((topic) => levelOf(topic.slug));
    expect(content.topics.length).toBeGreaterThanOrEqual(30);
    expect(levels).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(new Set(content.topics.map((topic) => topic.kind))).toEqual(
      new Set(['section', 'topic', 'person', 'organization', 'place']),
    );
  });

  test('has something on every topic, and by each of its eight authors', () => {
    const parents = new Map(content.topics.map((topic) => [topic.slug, topic.parent]));
    const covered = new Set<string>();
    for (const article of content.articles) {
      for (const slug of [...article.topics, article.section]) {
        for (let at: string | undefined = slug; at !== undefined; at = parents.get(at)) covered.add(at);
      }
    }
    expect(content.topics.map((topic) => topic.slug).filter((slug) => !covered.has(slug))).toEqual([]);
    expect(content.authors).toHaveLength(8);
    const writing = new Set(content.articles.flatMap((article) => article.authors));
    expect(content.authors.map((author) => author.slug).filter((slug) => !writing.has(slug))).toEqual([]);
  });

  test('leads its front page with more than one story to choose from', () => {
    expect(content.articles.filter((article) => article.isLead).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the pictures', () => {
  test('are 30 or more, each used once, none left over', async () => {
    const used = photos().map((photo) => photo.file);
    expect(used.length).toBeGreaterThanOrEqual(30);
    expect(new Set(used).size).toBe(used.length);
    expect((await readdir(join(DIR, 'photos'))).sort()).toEqual([...used].sort());
  });

  test('illustrate most articles, and make five galleries of three or more', () => {
    const counts = content.articles.map((article) => article.photos.length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(content.articles.length / 2);
    expect(counts.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(5);
  });

  test('say that they are illustrations, and what is to be seen', () => {
    for (const { file, alt, caption, credit } of photos()) {
      expect(credit, file).toBe('Illustration/Your Globe');
      expect(alt, file).not.toMatch(/^(?:illustration|image|picture|photo)\b/i);
      expect(alt, file).not.toBe(caption);
    }
  });

  test('are large enough for the widest column, and landscape', () => {
    for (const { file, width, height } of photos()) {
      expect(width, file).toBeGreaterThanOrEqual(1_200);
      expect(width, file).toBeGreaterThan(height);
    }
  });

  test('are all different to the eye', async () => {
    const prints = new Map<string, Fingerprint>();
    for (const { file } of photos()) prints.set(file, await fingerprint(join(DIR, 'photos', file)));
    const alike = [...prints].flatMap(([one, print], i) =>
      [...prints]
        .slice(i + 1)
        .filter(([, other]) => looksAlike(print, other))
        .map(([two]) => `${one} and ${two}`),
    );
    expect(alike).toEqual([]);
  });
});

describe('the required article', () => {
  const required = () => content.articles.find((article) => article.slug === REQUIRED);

  test('is there, with its date, place, gallery of three and seven topics', () => {
    expect(required()).toMatchObject({ dateline: 'Washington', section: 'world', isLead: true });
    expect(required()?.publishedAt.toISOString()).toBe('2021-01-12T18:40:00.000Z');
    expect(required()?.photos).toHaveLength(3);
    expect([...(required()?.topics ?? [])].sort()).toEqual(
      [
        'al-qaeda',
        'iran',
        'iran-nuclear-agreement',
        'middle-east',
        'mike-pompeo',
        'sanctions',
        'united-states',
      ].sort(),
    );
  });

  test.each([
    'National Press Club',
    'a week before',
    'Abu Muhammad al-Masri',
    'Israeli agents',
    'offered no evidence',
    'Iran denied the charges',
    'on-the-record',
    'Hamza',
    '7 August 2020',
    'Taliban',
    'Mazar-i-Sharif',
    '11 September 2001',
    'operational headquarters',
    'logistical support',
    'based in Tehran',
    'Joe Biden',
  ])('tells of “%s”', (words) => {
    expect(required()?.bodyHtml.replace(/<[^>]+>/g, '')).toContain(words);
  });
});

async function fingerprint(file: string): Promise<Fingerprint> {
  const image = sharp(file).removeAlpha();
  const grey = await image.clone().resize(HASH_W, HASH_H, { fit: 'fill' }).greyscale().raw().toBuffer();
  const colour = await image.clone().resize(32, 32, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer();
  return { hash: perceptualHash(grey), average: averageColour(colour) };
}
