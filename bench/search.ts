/**
 * `npm run bench:search`: on the database of DATABASE_URL, filled by `npm run bench:seed`, how long searches
 * take: the query that finds the articles, and the whole page with cards and marked words.
 */
import { openPostgres } from '@/db/client.ts';
import { findByWords, type SearchScope, searchWords } from '@/db/queries/search.ts';
import { getTopic } from '@/db/queries/topics.ts';
import type { SearchQuery } from '@/features/search/search.dto.ts';
import { searchArticles } from '@/features/search/search.service.ts';
import { readSearchText } from '@/features/search/search-text.ts';
import { getMeantTopics } from '@/features/topics/topics.service.ts';
import { LARGE_TOPIC } from './newsroom.ts';

const TURNS = 300;
const PAGE = 21;
const WHOLE: SearchScope = { before: null, since: null, topicIds: [] };

const url = process.env.DATABASE_URL;
if (!url) throw new Error('Set DATABASE_URL to a database filled by npm run bench:seed.');
const { db, close } = openPostgres(url);

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

const large = await getTopic(db, LARGE_TOPIC);
const small = await getTopic(db, 'bench-topic-30');
const deep = { publishedAt: new Date('2026-10-01T00:00:00Z'), id: 1 };
try {
  for (const [name, made] of Object.entries(CLASSES)) {
    await report(name, (turn) => find(made(turn), WHOLE));
    await report('  whole page', (turn) => page({ q: made(turn) }));
  }
  for (const name of ['in three of a thousand', 'in three of a hundred', 'in most articles']) {
    const made = CLASSES[name] ?? String;
    for (const [where, topic] of [
      ['a large topic', large],
      ['a small topic', small],
    ] as const)
      await report(`${name}, of ${where}`, (turn) =>
        find(made(turn), { ...WHOLE, topicIds: [topic?.id ?? 0] }),
      );
    await report(`${name}, far back`, (turn) => find(made(turn), { ...WHOLE, before: deep }));
    await report(`${name}, the best`, (turn) => page({ q: made(turn), order: 'best' }));
  }
  await report('topics that a text may mean', (turn) => getMeantTopics(db, `bench topik ${turn}`, 5));
} finally {
  await close();
}

async function find(q: string, scope: SearchScope): Promise<number> {
  const text = readSearchText(q);
  const words = 'terms' in text ? await searchWords(db, text.terms) : null;
  return words ? (await findByWords(db, words, scope, PAGE)).ids.length : 0;
}

async function page(query: Partial<SearchQuery>): Promise<number> {
  const outcome = await searchArticles({ db, secret: 'bench' }, { q: '', order: 'newest', ...query });
  return 'page' in outcome ? outcome.page.hits.length : 0;
}

async function report(name: string, deed: (turn: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let found: unknown;
  // The first turns fill caches and are not counted.
  for (let turn = -20; turn < TURNS; turn++) {
    const startedAt = performance.now();
    found = await deed(Math.abs(turn));
    if (turn >= 0) times.push(performance.now() - startedAt);
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2).padStart(8);
  const last = typeof found === 'number' ? `${found} found` : '';
  process.stdout.write(`${name.padEnd(48)} p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} ms  ${last}\n`);
}
