import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { isPublishable, slug as slugShape } from '@/lib/shapes.ts';
import { renderMarkdown } from './markdown.ts';
import type { Mistake } from './mistakes.ts';
import { matterShape } from './schemas.ts';
import { checkShape, parseYaml, type YamlSource } from './yaml-source.ts';

const MAX_BODY_CHARS = 60_000;
/** Some 1,500 articles of 5,000 characters. */
const KEPT_CHARS = 16 * 1024 * 1024;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/** What the text of a file says by itself, apart from its name and the pictures beside it. */
export type ArticleText = {
  matter: z.infer<typeof matterShape> | null;
  body: { html: string; wordCount: number } | null;
  photos: { name: string; line: number }[];
  /** Each `line` counts within the file, here and below. */
  links: { href: string; line: number }[];
  /** Names for others to check. */
  uses: { kind: 'section' | 'topic' | 'author'; slug: string; line: number }[];
  mistakes: Mistake[];
};

export type ParsedText = { text: string; result: ArticleText };

/**
 * The newest texts and what they said, by file: after an edit to one the others are not parsed again, which
 * takes some 10 ms each.
 */
export const parsedTexts = new LRUCache<string, ParsedText>({
  maxSize: KEPT_CHARS,
  // HTML is about as long as its text.
  sizeCalculation: ({ text }) => 2 * text.length + 1,
});

/** Parses the text of `file`. The result may be shared: it must not be written into. */
export function parseArticle(file: string, text: string): Readonly<ArticleText> {
  const before = parsedTexts.get(file);
  if (before?.text === text) return before.result;
  const result: ArticleText = { matter: null, body: null, photos: [], links: [], uses: [], mistakes: [] };
  parseInto(result, file, text);
  parsedTexts.set(file, { text, result });
  return result;
}

function parseInto(result: ArticleText, file: string, text: string): void {
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

function readBody(
  markdown: string,
  file: string,
  firstLine: number,
  result: ArticleText,
): ArticleText['body'] {
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
function namesUsed(source: YamlSource): ArticleText['uses'] {
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
  return uses.filter((use): use is ArticleText['uses'][number] => slugShape.safeParse(use.slug).success);
}

/** Photos the front matter names, with their lines. */
function photosNamed(source: YamlSource): ArticleText['photos'] {
  const listed = (source.value as { photos?: unknown } | null)?.photos;
  return (Array.isArray(listed) ? listed : []).flatMap((photo, i) => {
    const name: unknown = photo?.file;
    // A name that is no plain file name has been told already, and must not lead out of the folder.
    if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9_.-]*$/.test(name)) return [];
    return [{ name, line: source.lineOf(['photos', i, 'file']) }];
  });
}
