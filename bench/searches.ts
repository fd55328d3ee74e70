import type { Db } from '@/db/client.ts';
import { findByWords, type SearchScope, searchWords } from '@/db/queries/search.ts';
import { getTopic } from '@/db/queries/topics.ts';
import type { SearchQuery } from '@/features/search/search.dto.ts';
import { searchArticles } from '@/features/search/search.service.ts';
import { readSearchText } from '@/features/search/search-text.ts';
import { getMeantTopics } from '@/features/topics/topics.service.ts';
import { type Times, timeEach } from './figures.ts';
import { LARGE_TOPIC } from './newsroom.ts';

/** Budget of PERFORMANCE and of search (ADR 012) for finding the articles, p99. */
export const SEARCH_BUDGET_MS = 20;
const PAGE = 21;
const WARM_UP = 20;
const WHOLE: SearchScope = { before: null, since: null, topicIds: [] };
const FAR_BACK = { publishedAt: new Date('2026-10-01T00:00:00Z'), id: 1 };

/** Word `n` of the vocabulary: the lower, the more articles have it (bench/newsroom.ts). */
type Made = (turn: number) => string;
const CLASSES: Record<string, Made> = {
  'in one article': (turn) => `${1_000 + turn * 97}`,
  'in less than one of a thousand': (turn) => `word${29_000 + turn}`,
  'in three of a thousand': (turn) => `word${3_000 + turn}`,
  'in one of a hundred': (turn) => `word${500 + turn}`,
  'in three of a hundred': (turn) => `word${100 + (turn % 50)}`,
  'in most articles': () => 'word0',
  'in every article': () => 'paragraph',
  'two common words': (turn) => `word${turn % 5} word${5 + (turn % 7)}`,
  'a common and a rare word': (turn) => `word0 word${29_000 + turn}`,
  'one or another': (turn) => `word${100 + turn} or word${20_000 + turn}`,
  'a common phrase': () => '"newspapers print"',
  'a rare phrase': (turn) => `"word${turn % 3} word${100 + turn}"`,
  'one that is nowhere': () => '"print newspapers" word1',
  'no such word': (turn) => `nothing${turn}`,
};
const NARROWED = ['in three of a thousand', 'in three of a hundred', 'in most articles'];

/** `found` is the query that finds the articles, `page` the whole page with cards and marked words. */
export type SearchFigures = { kind: string; found?: Times; page?: Times };

/** Searches of each kind, one at a time: for the words alone, of a topic, far back, and for the best. */
export async function measureSearches(db: Db, samples: number): Promise<SearchFigures[]> {
  const time = (deed: (turn: number) => Promise<unknown>) => timeEach(samples, WARM_UP, deed);
  const find = (made: Made, scope: SearchScope) => time((turn) => findArticles(db, made(turn), scope));
  const show = (made: Made, query: Partial<SearchQuery> = {}) =>
    time((turn) => showPage(db, { q: made(turn), ...query }));
  const figures: SearchFigures[] = [];
  for (const [kind, made] of Object.entries(CLASSES)) {
    figures.push({ kind, found: await find(made, WHOLE), page: await show(made) });
  }
  for (const name of NARROWED) {
    const made = CLASSES[name] ?? String;
    for (const [where, slug] of [
      ['a large topic', LARGE_TOPIC],
      ['a small topic', 'bench-topic-30'],
    ] as const) {
      const topicIds = [(await getTopic(db, slug))?.id ?? 0];
      figures.push({ kind: `${name}, of ${where}`, found: await find(made, { ...WHOLE, topicIds }) });
    }
    figures.push({ kind: `${name}, far back`, found: await find(made, { ...WHOLE, before: FAR_BACK }) });
    figures.push({ kind: `${name}, the best`, page: await show(made, { order: 'best' }) });
  }
  const meant = await time((turn) => getMeantTopics(db, `bench topik ${turn}`, 5, true));
  return [...figures, { kind: 'topics that a misspelt text may mean', found: meant }];
}

async function findArticles(db: Db, q: string, scope: SearchScope): Promise<void> {
  const text = readSearchText(q);
  const words = 'terms' in text ? await searchWords(db, text.terms) : null;
  if (words) await findByWords(db, words, scope, PAGE);
}

/** @throws Error when the search is refused: no page was timed then */
async function showPage(db: Db, query: Partial<SearchQuery>): Promise<void> {
  const outcome = await searchArticles({ db, secret: 'bench' }, { q: '', order: 'newest', ...query });
  if (!('page' in outcome)) throw new Error(`The search for ${query.q} was refused.`);
}
