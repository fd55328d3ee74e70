import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** What the body of an article may hold; everything else is dropped, whatever its source. */
const SCHEMA: SanitizeSchema = {
  tagNames: ['p', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'li', 'strong', 'em', 'a'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
  ancestors: { li: ['ol', 'ul'] },
  clobber: [],
  required: {},
};

/** Markdown an article may use, by mdast type; the rest is reported, since it would be lost. */
const SUPPORTED = new Set(
  'root paragraph text emphasis strong link linkReference definition list listItem blockquote break'.split(
    ' ',
  ),
);
const WORDS: Record<string, string> = {
  html: 'HTML',
  image: 'a picture (list it under photos)',
  imageReference: 'a picture (list it under photos)',
  heading: 'a heading other than ## and ###',
  thematicBreak: 'a rule',
  code: 'a code block (is the line indented?)',
  inlineCode: 'code',
  delete: 'struck-out text',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
};
const MAX_DEPTH = 20;
const MAX_MARKERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){13}/m;
const MAX_MARKS = 1_000;
const SITE = 'https://site.invalid';

/** A link in the text: `line` counts from 1 within the Markdown. */
export type BodyLink = { href: string; line: number };
export type RenderedBody = {
  /** Sanitised; safe to put into a page as it is. */
  html: string;
  wordCount: number;
  links: BodyLink[];
  /** What cannot be used in an article; `line` counts from 1 within the Markdown. */
  problems: { line: number; message: string }[];
};

// One node of either tree (mdast or hast), as far as it is looked at here.
type TreeNode = {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
  position?: { start: { line: number } };
};

const parser = unified().use(remarkParse).use(remarkGfm);
const transformer = unified().use(remarkRehype).use(rehypeSanitize, SCHEMA);
const writer = unified().use(rehypeStringify);

/**
 * Turns the Markdown of an article (CommonMark with GFM's links) into sanitised HTML. Never throws:
 * what is not supported is left out and named in `problems`. Raw HTML never comes through.
 */
export function renderMarkdown(markdown: string): RenderedBody {
  const tooDeep = {
    html: '',
    wordCount: 0,
    links: [],
    problems: [{ line: 1, message: 'the text is nested too deeply' }],
  };
  // Deep nesting and long runs of marks cost the parser quadratic time: refused before it sees them.
  if (MAX_MARKERS.test(markdown) || hasTooManyMarks(markdown)) return tooDeep;
  const mdast = parser.parse(markdown);
  const seen: Seen = { links: [], problems: [], words: [] };
  if (!look(mdast as unknown as TreeNode, 0, seen)) return tooDeep;

  const hast = transformer.runSync(mdast);
  markLinks(hast as unknown as TreeNode);
  return {
    html: writer.stringify(hast),
    wordCount: countWords(seen.words.join('')),
    links: seen.links,
    problems: seen.problems,
  };
}

type Seen = Pick<RenderedBody, 'links' | 'problems'> & { words: string[] };

/** Collects links, words and problems; false when the tree is deeper than can be rendered safely. */
function look(node: TreeNode, depth: number, seen: Seen): boolean {
  if (depth > MAX_DEPTH) return false;
  const line = node.position?.start.line ?? 1;
  const isComment = node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value ?? '');
  const isHeading = node.type === 'heading' && (node.depth === 2 || node.depth === 3);
  if (!SUPPORTED.has(node.type) && !isComment && !isHeading) {
    const what = WORDS[node.type] ?? `a ${node.type}`;
    seen.problems.push({ line, message: `the text holds ${what}, which an article cannot show` });
  }
  if (node.url !== undefined && node.type !== 'image') seen.links.push({ href: node.url, line });
  if (node.type === 'text') seen.words.push(node.value ?? '');
  const isInline = ['text', 'emphasis', 'strong', 'link', 'linkReference'].includes(node.type);
  if (!isInline) seen.words.push(' ');
  return (node.children ?? []).every((child) => look(child, depth + 1, seen));
}

function hasTooManyMarks(markdown: string): boolean {
  return markdown.split(/\n[ \t]*\n/).some((block) => (block.match(/[*_~]/g)?.length ?? 0) > MAX_MARKS);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Where a link leads: within the site, outside, or nowhere it may lead. */
export function linkTarget(
  href: string,
): { kind: 'internal'; path: string } | { kind: 'external' | 'refused' } {
  if (!URL.canParse(href, SITE)) return { kind: 'refused' };
  const url = new URL(href, SITE);
  if (url.origin === SITE) return { kind: 'internal', path: url.pathname };
  return { kind: url.protocol === 'http:' || url.protocol === 'https:' ? 'external' : 'refused' };
}

function markLinks(node: TreeNode): void {
  if (node.tagName === 'a' && typeof node.properties?.href === 'string') {
    const { kind } = linkTarget(node.properties.href);
    if (kind === 'refused') delete node.properties.href;
    if (kind === 'external') node.properties.rel = 'noopener';
  }
  for (const child of node.children ?? []) markLinks(child);
}
