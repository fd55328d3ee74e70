import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { slug as slugShape } from '@/lib/shapes.ts';
import { type ArticleText, parseArticle } from './article-text.ts';
import { type ArticleSource, FOLDER_PREFIX, type PhotoSource } from './content.ts';
import type { Mistake } from './mistakes.ts';
import { type PhotoFacts, readPhotoFacts } from './photo-facts.ts';
import type { matterShape } from './schemas.ts';
import { readText } from './text-file.ts';

const FILES_AT_ONCE = 16;

/** What came of one file; `article` is null when it has a mistake of its own. */
export type ArticleFile = Pick<ArticleText, 'links' | 'uses'> & {
  slug: string;
  file: string;
  article: ArticleSource | null;
  mistakes: Mistake[];
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
  const { matter, body, photos, links, uses, mistakes: own } = parseArticle(file, text);
  mistakes.push(...own);
  const measured = await measurePhotos(dir, file, photos, mistakes);
  const article =
    matter && body && mistakes.length === 0
      ? toArticle(slug, { file, line: 1 }, matter, body, measured)
      : null;
  return { slug, file, article, links, mistakes, uses };
}

/** The facts of these photos by name. A photo that cannot be had is a mistake of the file that names it. */
async function measurePhotos(
  dir: string,
  file: string,
  photos: ArticleText['photos'],
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
