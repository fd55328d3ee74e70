import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseArticle, parsedTexts } from './article-text.ts';
import { keepTexts, recallTexts, type TextKeeping } from './kept-texts.ts';
import { articleText } from './testing.ts';

const FILE = 'articles/talks.md';
const TEXT = articleText({ updated: '2021-01-13T08:00:00Z' }, 'They [met](/topic/iran) in Vienna.');

let dir: string;
let keeping: TextKeeping;
beforeEach(() => {
  parsedTexts.clear();
  dir = mkdtempSync(join(tmpdir(), 'kept-texts-'));
  keeping = { file: join(dir, 'data', 'parsed-texts'), build: 'one' };
});
afterEach(() => rmSync(dir, { recursive: true }));

/** As it is in the next process. */
async function restart(build = 'one'): Promise<void> {
  parsedTexts.clear();
  await recallTexts({ ...keeping, build });
}

/** Keeps, for what was parsed, what no parsing would find. */
async function keepMarked(): Promise<void> {
  const result = structuredClone(parseArticle(FILE, TEXT));
  parsedTexts.set(FILE, { text: TEXT, result: { ...result, body: { html: '<p>kept</p>', wordCount: 1 } } });
  await keepTexts(keeping);
}

const htmlOf = (text: string) => parseArticle(FILE, text).body?.html;

test('what was parsed is the same after a restart, down to its times', async () => {
  const before = parseArticle(FILE, TEXT);
  expect(before.mistakes).toEqual([]);
  await keepTexts(keeping);
  await restart();
  expect(parsedTexts.get(FILE)?.result).toEqual(before);
  expect(before.matter?.published).toBeInstanceOf(Date);
});

test('only what has changed is parsed again', async () => {
  await keepMarked();
  await restart();
  expect(htmlOf(TEXT)).toBe('<p>kept</p>');
  expect(htmlOf(`${TEXT}And left.`)).toContain('And left.');
});

test('another build parses everything itself', async () => {
  await keepMarked();
  await restart('two');
  expect(htmlOf(TEXT)).toContain('Vienna');
});

test('where nothing is kept, or it is broken, everything is parsed', async () => {
  await restart();
  expect(htmlOf(TEXT)).toContain('Vienna');
  await keepMarked();
  writeFileSync(keeping.file, readFileSync(keeping.file).subarray(0, 100));
  await restart();
  expect(htmlOf(TEXT)).toContain('Vienna');
});

test('nothing is written where nothing was parsed, and what cannot be written ends nothing', async () => {
  await keepMarked();
  await restart();
  const before = new Date(Date.now() - 60_000);
  utimesSync(keeping.file, before, before);
  htmlOf(TEXT);
  await keepTexts(keeping);
  expect(statSync(keeping.file).mtime).toEqual(before);
  htmlOf(`${TEXT}And left.`);
  await keepTexts({ ...keeping, file: join(keeping.file, 'below-a-file') });
  await keepTexts(keeping);
  await restart();
  expect(parsedTexts.get(FILE)?.text).toBe(`${TEXT}And left.`);
});
