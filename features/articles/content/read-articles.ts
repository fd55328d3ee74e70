import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { isPublishable, slug as slugShape } from '@/lib/shapes.ts';
import { type ArticleSource, FOLDER_PREFIX, type PhotoSource } from './content.ts';
import { renderMarkdown } from './markdown.ts';
import type { Mistake } from './mistakes.ts';
import { type PhotoFacts, readPhotoFacts } from './photo-facts.ts';
import { matterShape } from './schemas.ts';
import { readText } from './text-file.ts';
import { checkShape, parseYaml, type YamlSource } from './yaml-source.ts';

const MAX_BODY_CHARS = 60_000;
const FILES_AT_ONCE = 16;
/** Some 1,500 articles of 5,000 characters. */
const KEPT_CHARS = 16 * 1024 * 1024;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/** A link in an article's text; `line` counts within the file. */
export type ArticleLink = { href: string; line: number };
/** What came of one file; `article` is null when it has a mistake of its own. */
export type ArticleFile = {
  slug: string;
  file: string;
  article: ArticleSource | null;
  links: ArticleLink[];
  mistakes: Mistake[];
  /** Names for others to check, with their lines. */
  uses: { kind: 'section' | 'topic' | 'author'; slug: string; line: number }[];
};

/**
 * Reads articles/*.md, each checked as far as it can be without the others. Files whose names begin
 * with a dot or do not end in .md are passed over (editors and copying tools leave such).
 */
export async function readArticleFiles(dir: string, mistakes: Mistake[]): Promise<ArticleFile[]> {
  let entries: string[];
  try {
    entries = await readdir(join(dir, 'articles'));
  } catch {
    mistakes.push({ file: 'articles', line: 1, message: 'this folder is missing or cannot be read' });
    return [];
  }
  const names = entries.filter((name) => name.endsWith('.md') && !name.startsWith('.')).sort();
  const files: ArticleFile[] = [];
  for (let i = 0; i < names.length; i += FILES_AT_ONCE) {
    const batch = names.slice(i, i + FILES_AT_ONCE);
    files.push(...(await Promise.all(batch.map((name) => readArticleFile(dir, name)))));
  }
  return files;
}

async function readArticleFile(dir: string, name: string): Promise<ArticleFile> {
  const file = `articles/${name}`;
  const slug = name.slice(0, -'.md'.length);
  const mistakes: Mistake[] = [];
  const badSlug = slugShape.safeParse(slug).error?.issues[0];
  if (badSlug) mistakes.push({ file, line: 1, message: `the file name ${badSlug.message}` });

  const text = await readText(join(dir, file), file, mistakes);
  if (text === null) return { slug, file, article: null, links: [], mistakes, uses: [] };
  const { matter, body, photos, links, uses, mistakes: own } = parseFile(file, text);
  mistakes.push(...own);
  const measured = await measurePhotos(dir, file, photos, mistakes);
  const article =
    matter && body && mistakes.length === 0
      ? toArticle(slug, { file, line: 1 }, matter, body, measured)
      : null;
  return { slug, file, article, links, mistakes, uses };
}

/** What the text of a file says by itself, apart from its name and the pictures beside it. */
type ParsedFile = Pick<ArticleFile, 'links' | 'uses' | 'mistakes'> & {
  matter: z.infer<typeof matterShape> | null;
  body: { html: string; wordCount: number } | null;
  photos: { name: string; line: number }[];
};

/**
 * The newest texts and what they said: after an edit to one file the others are not parsed again, which
 * takes some 10 ms each.
 */
const parsed = new LRUCache<string, { text: string; result: ParsedFile }>({
  maxSize: KEPT_CHARS,
  // HTML is about as long as its text.
  sizeCalculation: ({ text }) => 2 * text.length + 1,
});

/** Parses the text of a file. The result may be shared: it must not be written into. */
function parseFile(file: string, text: string): Readonly<ParsedFile> {
  const before = parsed.get(file);
  if (before?.text === text) return before.result;
  const result: ParsedFile = { matter: null, body: null, photos: [], links: [], uses: [], mistakes: [] };
  parseInto(result, file, text);
  parsed.set(file, { text, result });
  return result;
}

function parseInto(result: ParsedFile, file: string, text: string): void {
  const { mistakes } = result;
  text.split('\n').forEach((line, i) => {
    if (!isPublishable(line)) {
      mistakes.push({ file, line: i + 1, message: 'holds a control character, which cannot be published' });
    }
  });
  const front = FRONT_MATTER.exec(text);
  if (!front) {
    mistakes.push({ file, line: 1, message: 'must begin with front matter between two lines of ---' });
    return;
  }
  const source = parseYaml(front[1] ?? '', file, 2, mistakes);
  if (source) {
    result.matter = checkShape(source, [], matterShape, mistakes);
    result.uses = namesUsed(source);
    result.photos = photosNamed(source);
  }
  result.body = readBody(text.slice(front[0].length), file, front[0].split('\n').length, result);
}

function readBody(markdown: string, file: string, firstLine: number, result: ParsedFile): ParsedFile['body'] {
  const { mistakes } = result;
  if (markdown.length > MAX_BODY_CHARS) {
    mistakes.push({
      file,
      line: firstLine,
      message: `the text must be at most ${MAX_BODY_CHARS} characters long`,
    });
    return null;
  }
  const body = renderMarkdown(markdown);
  const lineInFile = (line: number) => firstLine - 1 + line;
  for (const { line, message } of body.problems) mistakes.push({ file, line: lineInFile(line), message });
  result.links = body.links.map(({ href, line }) => ({ href, line: lineInFile(line) }));
  if (body.wordCount === 0 && body.problems.length === 0) {
    mistakes.push({ file, line: firstLine, message: 'the text of the article is missing' });
  }
  return body;
}

/** Slugs the front matter names, also when other parts of it are wrong. */
function namesUsed(source: YamlSource): ArticleFile['uses'] {
  const matter = source.value as Record<string, unknown> | null;
  const list = (key: string) => (Array.isArray(matter?.[key]) ? (matter[key] as unknown[]) : []);
  const uses: { kind: 'section' | 'topic' | 'author'; slug: unknown; line: number }[] = [
    { kind: 'section', slug: matter?.section, line: source.lineOf(['section']) },
    ...list('topics').map((slug, i) => ({
      kind: 'topic' as const,
      slug,
      line: source.lineOf(['topics', i]),
    })),
    ...list('authors').map((slug, i) => ({
      kind: 'author' as const,
      slug,
      line: source.lineOf(['authors', i]),
    })),
  ];
  // What is no slug at all has been told already.
  return uses.filter((use): use is ArticleFile['uses'][number] => slugShape.safeParse(use.slug).success);
}

/** Photos the front matter names, with their lines. */
function photosNamed(source: YamlSource): ParsedFile['photos'] {
  const listed = (source.value as { photos?: unknown } | null)?.photos;
  return (Array.isArray(listed) ? listed : []).flatMap((photo, i) => {
    const name: unknown = photo?.file;
    // A name that is no plain file name has been told already, and must not lead out of the folder.
    if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9_.-]*$/.test(name)) return [];
    return [{ name, line: source.lineOf(['photos', i, 'file']) }];
  });
}

/** The facts of these photos by name. A photo that cannot be had is a mistake of the file that names it. */
async function measurePhotos(
  dir: string,
  file: string,
  photos: ParsedFile['photos'],
  mistakes: Mistake[],
): Promise<Map<string, PhotoFacts>> {
  const facts = new Map<string, PhotoFacts>();
  for (const { name, line } of photos) {
    try {
      facts.set(name, await readPhotoFacts(join(dir, 'photos', name)));
    } catch (error) {
      mistakes.push({ file, line, message: `the photo photos/${name} ${(error as Error).message}` });
    }
  }
  return facts;
}

function toArticle(
  slug: string,
  at: ArticleSource['at'],
  matter: z.infer<typeof matterShape>,
  body: { html: string; wordCount: number },
  facts: ReadonlyMap<string, PhotoFacts>,
): ArticleSource {
  const article = {
    slug,
    headline: matter.headline,
    dek: matter.dek,
    bodyHtml: body.html,
    wordCount: body.wordCount,
    dateline: matter.dateline ?? null,
    agency: matter.agency ?? null,
    section: matter.section,
    isLead: matter.lead,
    isImport: matter.isImport,
    publishedAt: matter.published,
    updatedAt: matter.updated ?? null,
    changedAt: matter.changed ?? null,
    authors: matter.authors,
    topics: matter.topics,
    photos: matter.photos.flatMap((photo): PhotoSource[] => {
      const known = facts.get(photo.file);
      return known ? [{ ...photo, ...known }] : [];
    }),
  };
  const digest = createHash('sha256').update(JSON.stringify(article)).digest('hex');
  return { ...article, at, sourceHash: `${FOLDER_PREFIX}${digest}` };
}
