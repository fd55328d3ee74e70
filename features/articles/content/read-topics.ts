import { join } from 'node:path';
import type { z } from 'zod';
import type { AuthorSource, TopicSource } from './content.ts';
import type { Mistake, Place } from './mistakes.ts';
import { authorShape, topicShape } from './schemas.ts';
import { readText } from './text-file.ts';
import { checkShape, parseYaml } from './yaml-source.ts';

const MAX_DEPTH = 6;

/**
 * The entries of a list file. `slugs` holds every slug that is written there, also those of entries
 * with mistakes, so that one mistake is not reported again wherever the slug is used; it is null
 * when the file could not be read at all.
 */
export type Listing<T> = { entries: T[]; slugs: Set<string> | null };

/** Reads topics.yaml: shapes, unknown parents, cycles, depth, and names that stand twice. */
export async function readTopics(dir: string, mistakes: Mistake[]): Promise<Listing<TopicSource>> {
  const listing = await readListing(dir, 'topics.yaml', topicShape, mistakes);
  const topics = listing.entries;
  const claims = new Claims(mistakes);
  for (const topic of topics) {
    claims.claim('slug', topic.slug, topic.slug, topic.lines(['slug']));
    claims.claim('name', topic.name, topic.slug, topic.lines(['name']));
    topic.aliases.forEach((alias, i) => {
      claims.claim('name', alias, topic.slug, topic.lines(['aliases', i]));
    });
    if (topic.parent !== undefined && !listing.slugs?.has(topic.parent)) {
      mistakes.push({ ...topic.lines(['parent']), message: `unknown parent "${topic.parent}"` });
    }
  }
  checkTree(topics, mistakes);
  return { slugs: listing.slugs, entries: topics.map(({ lines: _, ...topic }) => topic) };
}

/** Reads authors.yaml. An author's slug may not be a topic's too, because authors are followed as topics. */
export async function readAuthors(
  dir: string,
  topicSlugs: Set<string> | null,
  mistakes: Mistake[],
): Promise<Listing<AuthorSource>> {
  const listing = await readListing(dir, 'authors.yaml', authorShape, mistakes);
  const claims = new Claims(mistakes);
  for (const author of listing.entries) {
    claims.claim('slug', author.slug, author.slug, author.lines(['slug']));
    claims.claim('name', author.name, author.slug, author.lines(['name']));
    if (topicSlugs?.has(author.slug)) {
      mistakes.push({ ...author.lines(['slug']), message: `the slug "${author.slug}" is a topic's already` });
    }
  }
  return { slugs: listing.slugs, entries: listing.entries.map(({ lines: _, ...author }) => author) };
}

type Located<T> = T & { at: Place; lines: (path: PropertyKey[]) => Place };

async function readListing<T extends { slug: string }>(
  dir: string,
  file: string,
  shape: z.ZodType<T>,
  mistakes: Mistake[],
): Promise<Listing<Located<T>>> {
  const text = await readText(join(dir, file), file, mistakes);
  const source = text === null ? null : parseYaml(text, file, 1, mistakes);
  if (!source) return { entries: [], slugs: null };
  if (!Array.isArray(source.value)) {
    mistakes.push({
      file,
      line: 1,
      message: 'this file must hold a list of entries, each beginning with "- slug:"',
    });
    return { entries: [], slugs: null };
  }
  const slugs = new Set<string>();
  const entries: Located<T>[] = [];
  source.value.forEach((item: { slug?: unknown } | null, i) => {
    if (typeof item?.slug === 'string') slugs.add(item.slug);
    const entry = checkShape(source, [i], shape, mistakes);
    if (!entry) return;
    const lines = (path: PropertyKey[]) => ({ file, line: source.lineOf([i, ...path]) });
    entries.push({ ...entry, at: lines([]), lines });
  });
  return { entries, slugs };
}

/** Who has which slug, name or alias, so that the second to claim one is told. */
class Claims {
  readonly #owners = new Map<string, string>();
  readonly #mistakes: Mistake[];

  constructor(mistakes: Mistake[]) {
    this.#mistakes = mistakes;
  }

  claim(kind: 'slug' | 'name', text: string, owner: string, place: Place): void {
    const key = `${kind} ${fold(text)}`;
    const first = this.#owners.get(key);
    if (first === undefined) this.#owners.set(key, owner);
    else this.#mistakes.push({ ...place, message: `the ${kind} "${text}" is used already, by "${first}"` });
  }
}

/** Without case and accents: names that differ in nothing else are one name to readers. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function checkTree(topics: Located<TopicSource>[], mistakes: Mistake[]): void {
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  for (const topic of topics) {
    const path = [topic.slug];
    let at = topic;
    while (at.parent !== undefined) {
      const parent = bySlug.get(at.parent);
      if (!parent) break;
      if (path.includes(parent.slug)) {
        // Told at each topic of the cycle, not at those that merely lead into it.
        if (parent === topic) {
          mistakes.push({
            ...topic.lines(['parent']),
            message: `the parents form a cycle: ${[...path, parent.slug].join(' > ')}`,
          });
        }
        break;
      }
      path.push(parent.slug);
      at = parent;
    }
    if (path.length > MAX_DEPTH && at.parent === undefined) {
      mistakes.push({
        ...topic.lines(['parent']),
        message: `stands ${path.length} levels deep; at most ${MAX_DEPTH} are possible`,
      });
    }
  }
}
