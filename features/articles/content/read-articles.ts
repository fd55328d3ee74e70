import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { isPublishable, slug as slugShape } from '@/lib/shapes.ts';
import { type ArticleSource, FOLDER_PREFIX, type PhotoSource } from './content.ts';
import { renderMarkdown } from './markdown.ts';
import type { Mistake } from './mistakes.ts';
import { readPhotoFacts } from './photo-facts.ts';
import { matterShape } from './schemas.ts';
import { readText } from './text-file.ts';
import { checkShape, parseYaml, type YamlSource } from './yaml-source.ts';

const MAX_BODY_CHARS = 60_000;
const FILES_AT_ONCE = 16;
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
  const result: ArticleFile = { slug, file, article: null, links: [], mistakes: [], uses: [] };
  const { mistakes } = result;
  const badSlug = slugShape.safeParse(slug).error?.issues[0];
  if (badSlug) mistakes.push({ file, line: 1, message: `the file name ${badSlug.message}` });

  const text = await readText(join(dir, file), file, mistakes);
  if (text === null) return result;
  text.split('\n').forEach((line, i) => {
    if (!isPublishable(line)) {
      mistakes.push({ file, line: i + 1, message: 'holds a control character, which cannot be published' });
    }
  });
  const front = FRONT_MATTER.exec(text);
  if (!front) {
    mistakes.push({ file, line: 1, message: 'must begin with front matter between two lines of ---' });
    return result;
  }
  const source = parseYaml(front[1] ?? '', file, 2, mistakes);
  const matter = source && checkShape(source, [], matterShape, mistakes);
  if (source) result.uses = namesUsed(source);
  const photos = source ? await readPhotos(dir, source, mistakes) : [];
  const body = readBody(text.slice(front[0].length), front[0].split('\n').length, result);
  if (matter && body && mistakes.length === 0) {
    result.article = toArticle(slug, { file, line: 1 }, matter, body, photos);
  }
  return result;
}

function readBody(
  markdown: string,
  firstLine: number,
  result: ArticleFile,
): { html: string; wordCount: number } | null {
  const { file, mistakes } = result;
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

type PhotoFile = { file: string; facts: Awaited<ReturnType<typeof readPhotoFacts>> };

async function readPhotos(dir: string, source: YamlSource, mistakes: Mistake[]): Promise<PhotoFile[]> {
  const listed = (source.value as { photos?: unknown } | null)?.photos;
  const photos: PhotoFile[] = [];
  for (const [i, photo] of (Array.isArray(listed) ? listed : []).entries()) {
    const name: unknown = photo?.file;
    // A name that is no plain file name has been told already, and must not lead out of the folder.
    if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9_.-]*$/.test(name)) continue;
    try {
      photos.push({ file: name, facts: await readPhotoFacts(join(dir, 'photos', name)) });
    } catch (error) {
      const line = source.lineOf(['photos', i, 'file']);
      mistakes.push({
        file: source.file,
        line,
        message: `the photo photos/${name} ${(error as Error).message}`,
      });
    }
  }
  return photos;
}

function toArticle(
  slug: string,
  at: ArticleSource['at'],
  matter: z.infer<typeof matterShape>,
  body: { html: string; wordCount: number },
  photoFiles: PhotoFile[],
): ArticleSource {
  const facts = new Map(photoFiles.map((photo) => [photo.file, photo.facts]));
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
