import type { Db } from '@/db/client.ts';
import { getAuthor } from '@/db/queries/articles.ts';
import {
  findByWords,
  type SearchPosition,
  type SearchScope,
  type SearchWords,
  searchWords,
} from '@/db/queries/search.ts';
import { loadBodies, loadCards, matchingWords, rankByWords } from '@/db/queries/search-hits.ts';
import { getTopic } from '@/db/queries/topics.ts';
import { decodePlace, encodePlace } from '@/lib/place-cursor.ts';
import { plainText } from '@/lib/plain-text.ts';
import type { ArticleCardDto, LinkDto } from '../articles/article.dto.ts';
import { excerptAround, hasMatch, markWords, wordsOf } from './highlight.ts';
import type { SearchErrors, SearchHitDto, SearchOutcome, SearchQuery } from './search.dto.ts';
import { readSearchText, SEARCH_PROBLEMS } from './search-text.ts';

const PAGE_SIZE = 20;
/** Of so many of the newest that match the best are picked. */
export const BEST_OF = 200;
/** As much of an article's text as is looked through for an excerpt, in characters. */
const EXCERPT_SOURCE = 20_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

type Deps = { db: Db; secret: string };
/** A search that can be made: its words, and where it looks. */
type Search = {
  words: SearchWords;
  topics: (LinkDto & { id: number })[];
  authors: LinkDto[];
  since: Date | null;
  until: Date | null;
};

/**
 * Finds visible articles (T20) with these words in the headline, the dek or the text: a page of the newest
 * below `cursor`, or the best 20 of the newest 200. What is wrong with the query is said by field.
 * @throws AppError `bad_request` for a cursor that was not made here for this search
 */
export async function searchArticles({ db, secret }: Deps, query: SearchQuery): Promise<SearchOutcome> {
  const read = await readQuery(db, query);
  if ('errors' in read) return read;
  const { words, topics, authors, since, until } = read;
  const purpose = `search:${JSON.stringify([words.query, topics.map(({ id }) => id), query.from, query.to])}`;
  const before =
    query.cursor === undefined
      ? until && { publishedAt: until, id: 0 }
      : decode(secret, purpose, query.cursor);
  const scope: SearchScope = { before, since, topicIds: topics.map(({ id }) => id) };
  const isBest = query.order === 'best';
  // One more than shown tells whether there is a next page.
  const found = await findByWords(db, words, scope, isBest ? BEST_OF : PAGE_SIZE + 1);
  const ids = isBest ? await rankByWords(db, words, found.ids, PAGE_SIZE) : found.ids.slice(0, PAGE_SIZE);
  const shown = (await loadCards(db, ids)) as { id: number; card: ArticleCardDto }[];
  const last = shown.at(-1);
  const isFull = found.ids.length > PAGE_SIZE && last !== undefined;
  const next = isFull ? { publishedAt: new Date(last.card.publishedAt), id: last.id } : found.lookedUpTo;
  return {
    page: {
      hits: await mark(db, words, shown),
      nextCursor:
        (isBest && isFull) || !next
          ? null
          : encodePlace(secret, purpose, { at: next.publishedAt, id: next.id }),
      lookedBackTo: isFull ? null : (found.lookedUpTo?.publishedAt.toISOString() ?? null),
      topics: choices(
        topics.filter(({ slug }) => slug !== authors[0]?.slug),
        shown.flatMap(({ card }) => card.topics),
      ),
      authors: choices(
        authors,
        shown.flatMap(({ card }) => card.authors),
      ),
    },
  };
}

async function readQuery(db: Db, query: SearchQuery): Promise<Search | { errors: SearchErrors }> {
  const errors: SearchErrors = {};
  const text = readSearchText(query.q);
  const words = 'terms' in text ? await searchWords(db, text.terms) : null;
  if (!words) errors.q = SEARCH_PROBLEMS['problem' in text ? text.problem : 'only-common-words'];
  const topic = query.topic ? await getTopic(db, query.topic) : null;
  if (query.topic && (!topic || topic.kind === 'author')) errors.topic = 'There is no such topic.';
  const author = query.author ? await getAuthor(db, query.author) : null;
  if (query.author && !author) errors.author = 'There is no such author.';
  const from = readDay(query.from);
  const to = readDay(query.to);
  if (from === undefined) errors.from = 'Write the day as 2021-01-31.';
  if (to === undefined) errors.to = 'Write the day as 2021-01-31.';
  if (from && to && from > to) errors.to = 'The last day lies before the first.';
  if (!words || Object.keys(errors).length > 0) return { errors };
  return {
    words,
    // An author's articles are those of the author's topic, which is the smaller: it is looked through first.
    topics: [
      ...(author ? [{ id: author.topicId, slug: author.slug, name: author.name }] : []),
      ...(topic ? [topic] : []),
    ],
    authors: author ? [author] : [],
    since: from ?? null,
    until: to ? new Date(to.getTime() + DAY_MS) : null,
  };
}

/** The beginning of a day in UTC; null for none, undefined for what is no day. */
function readDay(text: string | undefined): Date | null | undefined {
  if (!text) return null;
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isDay && day.getUTCFullYear() > 0 ? day : undefined;
}

async function mark(
  db: Db,
  words: SearchWords,
  shown: { id: number; card: ArticleCardDto }[],
): Promise<SearchHitDto[]> {
  const inHeads = await matchingWords(
    db,
    words,
    wordsOf(shown.flatMap(({ card }) => [card.headline, card.dek])),
  );
  const hits = shown.map(({ id, card }) => ({
    id,
    article: card,
    headline: markWords(card.headline, inHeads),
    dek: markWords(card.dek, inHeads),
  }));
  const others = hits.filter((hit) => !hasMatch(hit.headline) && !hasMatch(hit.dek)).map((hit) => hit.id);
  const bodies = others.length > 0 ? await loadBodies(db, others, EXCERPT_SOURCE) : new Map<number, string>();
  const texts = new Map([...bodies].map(([id, html]) => [id, plainText(html)]));
  const inTexts =
    texts.size > 0 ? await matchingWords(db, words, wordsOf([...texts.values()])) : new Set<string>();
  return hits.map(({ id, ...hit }) => ({ ...hit, excerpt: excerptAround(texts.get(id) ?? '', inTexts) }));
}

/** What is chosen, then the others by how many of the articles have them. */
function choices(chosen: LinkDto[], found: LinkDto[]): LinkDto[] {
  const counts = new Map<string, { link: LinkDto; count: number }>();
  for (const link of found) {
    const entry = counts.get(link.slug) ?? { link, count: 0 };
    counts.set(link.slug, { ...entry, count: entry.count + 1 });
  }
  for (const { slug } of chosen) counts.delete(slug);
  const others = [...counts.values()].sort(
    (a, b) => b.count - a.count || a.link.name.localeCompare(b.link.name),
  );
  return [...chosen, ...others.map(({ link }) => link)].map(({ slug, name }) => ({ slug, name }));
}

function decode(secret: string, purpose: string, cursor: string): SearchPosition {
  const { at, id } = decodePlace(secret, purpose, cursor);
  return { publishedAt: at, id };
}
