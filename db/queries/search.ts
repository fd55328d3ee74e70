import { type Db, type Run, runPlanned, runWithSettings } from '../client.ts';

/** Articles as readers search them: only what is visible has words (`article_words`, ADR 012). */

export type SearchPosition = { publishedAt: Date; id: number };

/**
 * A search as the database runs it: `query` is a tsquery, `stems` are those of the wanted words. Where it has
 * phrases, `coarse` asks for their words anywhere, which the index can tell; where not, it is the same.
 */
export type SearchWords = { query: string; coarse: string; stems: string[] };

export type SearchScope = {
  /** Below this place in `(published_at, id)`; null for the newest. */
  before: SearchPosition | null;
  since: Date | null;
  /** All of these topics, each given once, or none for the whole paper. */
  topicIds: number[];
};

export type FoundIds = {
  ids: number[];
  /** How far was looked where the page is not full and older articles may match; null where none do. */
  lookedUpTo: SearchPosition | null;
};

const THE_END: SearchPosition = { publishedAt: new Date('9999-12-31T00:00:00Z'), id: 0 };
const THE_BEGINNING = new Date('0001-01-01T00:00:00Z');
const WEEK_SECONDS = 604_800;
const WEEKS_IN_YEAR = 52;
/** How many weeks back may be looked at; or else this year and the last, or everything. */
const WEEKS = [2, 10];
/**
 * So many matches are quickly found, fetched and sorted: a window that promises no more may be looked at. Three
 * times as many where the index need not cross them with a time.
 */
const FEW = 2_000;
/**
 * So many articles of a topic are looked at for a page, and so many that have the words but may be in other
 * topics, or may not have them in their order.
 */
const LOOKED_THROUGH = 400;
/**
 * The index of words is always the way: it is exact whatever the planner thinks of words that are each
 * common and never stand together.
 */
const BY_INDEX = ['enable_seqscan = off', 'jit = off', 'max_parallel_workers_per_gather = 0'];
const NEWEST_FIRST = 'order by published_at desc, article_id desc';

type Matching = { id: number; publishedAt: Date; isWanted: boolean };

/**
 * What finds these terms, folded and stemmed as the index is; null where none of the wanted ones is more
 * than words that are in every article.
 */
export async function searchWords(db: Db, terms: readonly SearchTermRow[]): Promise<SearchWords | null> {
  const sign = ({ isNot, isOr }: SearchTermRow) => (isNot ? '-' : isOr ? 'or ' : '');
  const isPhrase = (term: SearchTermRow) => term.text.includes(' ');
  const quoted = terms.map((term) => [`${sign(term)}"`, term.text, '"'] as const);
  // What must not stand together may well stand apart.
  const loose = terms
    .filter((term) => !(term.isNot && isPhrase(term)))
    .map((term) => [sign(term), term.text, ''] as const);
  const wanted = terms.filter((term) => !term.isNot).map((term) => term.text);
  const [row] = await runPlanned<SearchWords>(
    db,
    `select ${toQuery('$1', '$2', '$3')} as query, ${toQuery('$4', '$5', '$6')} as coarse,
       tsvector_to_array(to_tsvector('english', folded_words($7))) as stems`,
    [...columns(quoted), ...columns(loose), wanted.join(' ')],
  );
  return row && row.stems.length > 0 ? row : null;
}

type SearchTermRow = { text: string; isNot: boolean; isOr: boolean };

/** A tsquery of terms in three columns: what stands before each, its words, what stands after it. */
function toQuery(before: string, words: string, after: string): string {
  return `websearch_to_tsquery('english', (
    select string_agg(sign || trim(folded_words(words)) || mark, ' ' order by place)
    from unnest(${before}::text[], ${words}::text[], ${after}::text[])
      with ordinality as term (sign, words, mark, place)))::text`;
}

function columns(rows: (readonly [string, string, string])[]): string[][] {
  return [0, 1, 2].map((column) => rows.map((row) => row[column] ?? ''));
}

/**
 * The newest articles with these words. Among those of topics so many are looked at for one page: it may be
 * short then, or empty, and go on below `lookedUpTo`.
 */
export async function findByWords(
  db: Db,
  words: SearchWords,
  scope: SearchScope,
  limit: number,
): Promise<FoundIds> {
  return runWithSettings(db, BY_INDEX, async (run) => {
    if (scope.topicIds.length === 0) return lookBack(run, words, scope, limit);
    const quick = await lookThroughTopic(run, words.query, scope, limit);
    if (quick.ids.length >= limit || !quick.lookedUpTo) return { ...quick, lookedUpTo: null };
    const below = { ...scope, before: quick.lookedUpTo };
    const rest = await lookBack(run, words, below, limit - quick.ids.length);
    return { ids: [...quick.ids, ...rest.ids], lookedUpTo: rest.lookedUpTo };
  });
}

/** These of the newest of the first topic, read from its own index: enough where many have the words. */
async function lookThroughTopic(
  run: Run,
  query: string,
  { before, since, topicIds: [first, ...others] }: SearchScope,
  limit: number,
): Promise<FoundIds> {
  const { publishedAt, id } = before ?? THE_END;
  const values: unknown[] = [first, publishedAt, id, since ?? THE_BEGINNING, limit, query];
  const conditions = [hasWords('t.article_id', '$6')];
  if (others.length > 0) conditions.push(isInTopics('t.article_id', `$${values.push(idList(others))}`));
  const rows = await run<Matching & { isEdge: boolean }>(
    `select * from (
       select t.article_id as id, t.published_at as "publishedAt", ${conditions.join(' and ')} as "isWanted",
         row_number() over (${NEWEST_FIRST}) = ${LOOKED_THROUGH} as "isEdge"
       from (
         select article_id, published_at from article_topics
         where topic_id = $1 and is_visible and (published_at, article_id) < ($2::timestamptz, $3::bigint)
           and published_at >= $4::timestamptz
         ${NEWEST_FIRST} limit ${LOOKED_THROUGH}) t
     ) looked where "isWanted" or "isEdge" order by "publishedAt" desc, id desc limit $5::int + 1`,
    values,
  );
  const wanted = rows.filter((row) => row.isWanted).slice(0, limit);
  return { ids: wanted.map((row) => row.id), lookedUpTo: rows.find((row) => row.isEdge) ?? null };
}

/** Looks further and further back, until a page is full. */
async function lookBack(run: Run, words: SearchWords, scope: SearchScope, limit: number): Promise<FoundIds> {
  const { before, since, topicIds } = scope;
  const [ends] = await run<{ newest: Date | null; oldest: Date | null }>(
    `select (select published_at from articles where is_visible and published_at <= $1::timestamptz
        order by published_at desc, id desc limit 1) as newest,
       (select published_at from articles where is_visible order by published_at, id limit 1) as oldest`,
    [(before ?? THE_END).publishedAt],
  );
  if (!ends?.newest || !ends.oldest) return { ids: [], lookedUpTo: null };
  // Where all that the index finds is wanted, a page of it is enough to look at. Where not, half of what may be
  // looked at is better than to look further for the other half.
  const isExact = words.query === words.coarse && topicIds.length === 0;
  const [most, enough] = isExact ? [limit, limit] : [LOOKED_THROUGH, LOOKED_THROUGH / 2];
  let rows: Matching[] = [];
  let isEverything = false;
  let windows = windowsBetween(ends.newest, since && since > ends.oldest ? since : ends.oldest);
  for (let [window, ...wider] = windows; window; [window, ...wider] = windows) {
    rows = await findInWindow(run, window, words, scope, most);
    isEverything = wider.length === 0 && rows.length < most;
    if (rows.length >= enough || rows.filter((row) => row.isWanted).length >= limit) break;
    windows = worthLooking(wider, { found: rows.length, weeks: window.weeks, wanted: most });
  }
  const ids = rows
    .filter((row) => row.isWanted)
    .slice(0, limit)
    .map((row) => row.id);
  return { ids, lookedUpTo: ids.length >= limit || isEverything ? null : (rows.at(-1) ?? null) };
}

/** The newest in this window that have the words, and whether they are wanted: in this order, and of these topics. */
async function findInWindow(
  run: Run,
  { lexemes }: Window,
  { query, coarse }: SearchWords,
  { before, since, topicIds }: SearchScope,
  limit: number,
): Promise<Matching[]> {
  const { publishedAt, id } = before ?? THE_END;
  const values: unknown[] = [lexemes ? `(${coarse}) & (${lexemes})` : coarse, publishedAt, id];
  values.push(since ?? THE_BEGINNING, limit);
  // The index tells which articles have the words, but not in which order; and nothing of topics.
  const conditions = [];
  if (query !== coarse) conditions.push(hasWords('w.id', `$${values.push(query)}`));
  if (topicIds.length > 0) conditions.push(isInTopics('w.id', `$${values.push(idList(topicIds))}`));
  return run<Matching>(
    `select w.id, w.published_at as "publishedAt", ${conditions.join(' and ') || 'true'} as "isWanted" from (
       select article_id as id, published_at from article_words
       where words @@ $1::tsquery and (published_at, article_id) < ($2::timestamptz, $3::bigint)
         and published_at >= $4::timestamptz
       ${NEWEST_FIRST} limit $5) w order by w.published_at desc, w.id desc`,
    values,
  );
}

type Window = {
  weeks: number;
  /** Those of `article_words` that stand for its time; null for all time. */
  lexemes: string | null;
};

/** Wider and wider windows that end at `newest`; the last reaches back to `oldest`. */
function windowsBetween(newest: Date, oldest: Date): Window[] {
  const [last = 0, first = 0] = [newest, oldest].map((date) =>
    Math.floor(date.getTime() / 1_000 / WEEK_SECONDS),
  );
  const year = Math.floor(last / WEEKS_IN_YEAR);
  const windows: Window[] = WEEKS.map((weeks) => ({
    weeks,
    lexemes: Array.from({ length: weeks }, (_, back) => `'w:${last - back}'`).join(' | '),
  }));
  windows.push({
    weeks: (last % WEEKS_IN_YEAR) + 1 + WEEKS_IN_YEAR,
    lexemes: `'y:${year}' | 'y:${year - 1}'`,
  });
  windows.push({ weeks: Number.POSITIVE_INFINITY, lexemes: null });
  const all = last - first + 1;
  const enough = windows.findIndex(({ weeks }) => weeks >= all);
  return windows.slice(0, enough + 1).map((window) => ({ ...window, weeks: Math.min(window.weeks, all) }));
}

/**
 * These windows from the next one on that is worth looking at, where so many were `found` in so many `weeks`:
 * the first that promises twice what is `wanted`, or the widest, as long as it promises few. So what is rare is
 * not looked for step by step, and what is common not everywhere.
 */
function worthLooking(
  windows: Window[],
  { found, weeks, wanted }: { found: number; weeks: number; wanted: number },
): Window[] {
  // As many a week as there may well be where so many were found (a Poisson distribution's upper bound).
  const atMost = (found + 2 * Math.sqrt(found) + 3) / weeks;
  const quick = windows.filter((window) => atMost * window.weeks <= (window.lexemes ? FEW : 3 * FEW));
  const next = quick.find((window) => (found / weeks) * window.weeks >= 2 * wanted) ?? quick.at(-1);
  return next ? windows.slice(windows.indexOf(next)) : windows;
}

/** True where the article has the words of a parameter, in the order it asks for. */
function hasWords(articleId: string, parameter: string): string {
  return `exists (select 1 from article_words has where has.article_id = ${articleId} and has.words @@ ${parameter}::tsquery)`;
}

/** True where the article is in all the topics of a parameter. */
function isInTopics(articleId: string, parameter: string): string {
  const ids = `${parameter}::text::bigint[]`;
  return `(select count(*) from article_topics at
    where at.article_id = ${articleId} and at.topic_id = any (${ids})) = cardinality(${ids})`;
}

/** An array of ids as a parameter: the two databases write arrays of int8 differently. */
export function idList(ids: number[]): string {
  return `{${ids.join(',')}}`;
}
