import type { ArticleSource, Content, TopicSource } from './content.ts';
import { linkTarget } from './markdown.ts';
import { ContentError, type Mistake } from './mistakes.ts';
import { type ArticleFile, readArticleFiles } from './read-articles.ts';
import { type Listing, readAuthors, readTopics } from './read-topics.ts';

/**
 * Reads a content folder: topics.yaml, authors.yaml, articles/*.md, photos/.
 * @throws ContentError with every mistake in it at once
 */
export async function readContent(dir: string): Promise<Content> {
  const mistakes: Mistake[] = [];
  const topics = await readTopics(dir, mistakes);
  const authors = await readAuthors(dir, topics.slugs, mistakes);
  const files = await readArticleFiles(dir, mistakes);
  const names: Names = {
    topics,
    authorSlugs: authors.slugs,
    articles: new Map(files.map((file) => [file.slug, file])),
  };
  for (const file of files) file.mistakes.push(...checkNames(file, names), ...checkLinks(file, names));

  const articles = files.flatMap((file) =>
    file.article && file.mistakes.length === 0 ? [file.article] : [],
  );
  mistakes.push(...files.flatMap((file) => file.mistakes));
  if (mistakes.length > 0) throw new ContentError(mistakes, soundHashes(articles));
  return { topics: topics.entries, authors: authors.entries, articles };
}

type Names = {
  topics: Listing<TopicSource>;
  authorSlugs: Set<string> | null;
  articles: Map<string, ArticleFile>;
};

function checkNames(file: ArticleFile, names: Names): Mistake[] {
  const sections = new Set(
    names.topics.entries.filter((topic) => topic.kind === 'section').map((topic) => topic.slug),
  );
  return file.uses.flatMap(({ kind, slug, line }) => {
    const known = kind === 'author' ? names.authorSlugs : names.topics.slugs;
    // A file that could not be read is one mistake, not one for each name in it.
    if (known === null) return [];
    const at = { file: file.file, line };
    if (!known.has(slug)) return [{ ...at, message: `unknown ${kind} "${slug}"` }];
    const isWrongKind =
      kind === 'section' && !sections.has(slug) && names.topics.entries.some((t) => t.slug === slug);
    return isWrongKind ? [{ ...at, message: `"${slug}" is a topic but not a section` }] : [];
  });
}

function checkLinks(file: ArticleFile, names: Names): Mistake[] {
  return file.links.flatMap(({ href, line }) => {
    const message = linkProblem(href, file.article, names);
    return message ? [{ file: file.file, line, message }] : [];
  });
}

function linkProblem(href: string, from: ArticleSource | null, names: Names): string | null {
  const target = linkTarget(href);
  if (target.kind === 'refused') return `the link "${href}" is neither http nor https`;
  if (target.kind !== 'internal') return null;
  if (!href.startsWith('/')) return `the link "${href}" must begin with / or https://`;
  const [, kind, slug = ''] = /^\/(article|topic|author)\/([^/]*)\/?$/.exec(target.path) ?? [];
  if (kind === 'topic')
    return names.topics.slugs?.has(slug) === false ? `links to an unknown topic "${slug}"` : null;
  if (kind === 'author')
    return names.authorSlugs?.has(slug) === false ? `links to an unknown author "${slug}"` : null;
  if (kind !== 'article') return null;
  const other = names.articles.get(slug);
  if (!other) return `links to an unknown article "${slug}"`;
  if (!from || !other.article) return null;
  // An article that is out already must not point at one that is still held back.
  const asOf = from.updatedAt ?? from.publishedAt;
  return other.article.publishedAt > asOf
    ? `links to "${slug}", which is published later than this article`
    : null;
}

function soundHashes(articles: ArticleSource[]): Map<string, string> {
  return new Map(articles.map((article) => [article.slug, article.sourceHash]));
}
