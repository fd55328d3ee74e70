import { type Db, type Run, runPlanned, runWithSettings } from '../client.ts';
import { type Window, windowsBetween, worthLooking } from './search-windows.ts';

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
/**
 * A window that promises more matches than this (twice as many for all time, which asks less of the index) is not
 * looked at for want of a page: they take too long to fetch.
 */
const MOST_FETCHED = 2_000;
/** The same where each that has the words must be looked at: it may be in other topics, or have them in no order. */
const MOST_LOOKED_AT = 1_000;
/** Where so many were looked at, a page is rather short than late. */
const ENOUGH_LOOKED_AT = 200;
/** Words that more articles have than this are not compared everywhere for want of a page. */
const MOST_COMPARED = 100_000;
/**
 * So many of the newest articles of a topic are looked at for a page, and so many more where one of a hundred
 * had the words. What is rarer is sooner found by the index.
 */
const TOPIC_LOOKED_AT = 400;
const TOPIC_LOOKED_ON = 1_000;
/**
 * The index of words is always the way: it is exact whatever the planner thinks of words that are each
 * common and never stand together.
 */
const BY_INDEX = ['enable_seqscan = off', 'jit = off', 'max_parallel_workers_per_gather = 0'];
const NEWEST_FIRST = 'order by published_at desc, article_id desc';

type Matching = { id: number; publishedAt: Date; isWanted: boolean };

function wantedIds(rows: Matching[], limit: number): number[] {
  return rows.flatMap((row) => (row.isWanted ? [row.id] : [])).slice(0, limit);
}

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
 * The newest articles with these words. Where topics narrow it, words stand in an order, or very common ones
 * (in `mostCompared` articles) are never together, only so much is looked at for one page: it may be short then,
 * or empty, and go on below `lookedUpTo`.
 */
export async function findByWords(
  db: Db,
  words: SearchWords,
  scope: SearchScope,
  limit: number,
  mostCompared = MOST_COMPARED,
): Promise<FoundIds> {
  const goal = { limit, mostCompared };
  return runWithSettings(db, BY_INDEX, (run) =>
    scope.topicIds.length > 0 ? findInTopics(run, words, scope, goal) : lookBack(run, words, scope, goal),
  );
}

type Goal = { limit: number; mostCompared: number };

async function findInTopics(
  run: Run,
  words: SearchWords,
  scope: SearchScope,
  { limit, mostCompared }: Goal,
): Promise<FoundIds> {
  const first = await lookThroughTopic(run, words.query, scope, { most: TOPIC_LOOKED_AT, limit });
  if (!first.lookedUpTo) return first;
  const below = { ...scope, before: first.lookedUpTo };
  const missing = limit - first.ids.length;
  const rest =
    first.ids.length * 100 >= TOPIC_LOOKED_AT
      ? await lookThroughTopic(run, words.query, below, { most: TOPIC_LOOKED_ON, limit: missing })
      : await lookBack(run, words, below, { limit: missing, mostCompared });
  return { ids: [...first.ids, ...rest.ids], lookedUpTo: rest.lookedUpTo };
}

/** These of the newest of the first topic, read from its own index: enough where many have the words. */
async function lookThroughTopic(
  run: Run,
  query: string,
  { before, since, topicIds: [first, ...others] }: SearchScope,
  { most, limit }: { most: number; limit: number },
): Promise<FoundIds> {
  const { publishedAt, id } = before ?? THE_END;
  const values: unknown[] = [first, publishedAt, id, since ?? THE_BEGINNING, limit, query, most];
  const conditions = [hasWords('t.article_id', '$6')];
  for (const topicId of others) conditions.push(isInTopic('t.article_id', `$${values.push(topicId)}`));
  const rows = await run<Matching & { isEdge: boolean }>(
    `select * from (
       select t.article_id as id, t.published_at as "publishedAt", ${conditions.join(' and ')} as "isWanted",
         row_number() over (${NEWEST_FIRST}) = $7::int as "isEdge"
       from (
         select article_id, published_at from article_topics
         where topic_id = $1 and is_visible and (published_at, article_id) < ($2::timestamptz, $3::bigint)
           and published_at >= $4::timestamptz
         ${NEWEST_FIRST} limit $7) t
     ) looked where "isWanted" or "isEdge" order by "publishedAt" desc, id desc limit $5::int + 1`,
    values,
  );
  const ids = wantedIds(rows, limit);
  return { ids, lookedUpTo: ids.length < limit ? (rows.find((row) => row.isEdge) ?? null) : null };
}

/** Looks further and further back, until a page is full. */
async function lookBack(
  run: Run,
  words: SearchWords,
  scope: SearchScope,
  { limit, mostCompared }: Goal,
): Promise<FoundIds> {
  const { before, since, topicIds } = scope;
  const [ends] = await run<{ newest: Date | null; oldest: Date | null }>(
    `select (select published_at from articles where is_visible and published_at <= $1::timestamptz
        order by published_at desc, id desc limit 1) as newest,
       (select published_at from articles where is_visible order by published_at, id limit 1) as oldest`,
    [(before ?? THE_END).publishedAt],
  );
  if (!ends?.newest || !ends.oldest) return { ids: [], lookedUpTo: null };
  // Where all that the index finds is wanted, a page of it is enough to look at.
  const isExact = words.query === words.coarse && topicIds.length === 0;
  const most = isExact ? limit : MOST_LOOKED_AT;
  const all = windowsBetween(ends.newest, since && since > ends.oldest ? since : ends.oldest);
  let [window, ...wider] = all;
  let found: FoundIds = { ids: [], lookedUpTo: null };
  while (window) {
    const rows = await findInWindow(run, window, words, scope, most);
    const ids = wantedIds(rows, limit);
    const isLookedThrough = rows.length < most;
    const isEverything = isLookedThrough && window === all.at(-1);
    found = {
      ids,
      lookedUpTo: isEverything
        ? null
        : isLookedThrough
          ? { publishedAt: window.end, id: 0 }
          : (rows.at(-1) ?? null),
    };
    if (ids.length >= limit) return { ids, lookedUpTo: null };
    if (!isExact && rows.length >= ENOUGH_LOOKED_AT) break;
    const everything = wider.at(-1);
    if (rows.length === 0 && everything) {
      const many = Math.ceil((mostCompared / everything.weeks) * window.weeks);
      if (await areCommon(run, words.stems, window, many)) wider.pop();
    }
    const seen = { weeks: window.weeks, found: rows.length, wanted: ids.length };
    const worth = worthLooking(wider, seen, limit, isExact ? MOST_FETCHED : MOST_LOOKED_AT);
    [window, ...wider] = isExact && worth.length === 0 ? wider : worth;
  }
  return found;
}

/** True where each of the words is in so `many` of the articles of a window. */
async function areCommon(run: Run, stems: string[], { lexemes }: Window, many: number): Promise<boolean> {
  const [row] = await run<{ areCommon: boolean }>(
    `select not exists (
       select from unnest($1::text[]) as stem
       where (select count(*) from (
         select from article_words where words @@ $2::tsquery and words @@ quote_literal(stem)::tsquery limit $3
       ) as having_it) < $3) as "areCommon"`,
    [stems, lexemes, many],
  );
  return row?.areCommon ?? false;
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
  const values: unknown[] = [coarse, publishedAt, id, since ?? THE_BEGINNING, limit];
  // The index looks for what is asked first, and for the rest only there: words that are common stand in long lists.
  const inTime = lexemes ? `words @@ $${values.push(lexemes)}::tsquery and` : '';
  // The index tells which articles have the words, but not in which order; and nothing of topics.
  const conditions = [];
  for (const topicId of topicIds) conditions.push(isInTopic('w.id', `$${values.push(topicId)}`));
  if (query !== coarse) conditions.push(hasWords('w.id', `$${values.push(query)}`));
  return run<Matching>(
    `select w.id, w.published_at as "publishedAt", ${conditions.join(' and ') || 'true'} as "isWanted" from (
       select article_id as id, published_at from article_words
       where ${inTime} words @@ $1::tsquery and (published_at, article_id) < ($2::timestamptz, $3::bigint)
         and published_at >= $4::timestamptz
       ${NEWEST_FIRST} limit $5) w order by w.published_at desc, w.id desc`,
    values,
  );
}

/**
 * True where the article has the words of a parameter, in the order it asks for. Not `exists`, here and below:
 * the planner may have that asked of all articles first, for the few that are looked at.
 */
function hasWords(articleId: string, parameter: string): string {
  return `coalesce((select has.words @@ ${parameter}::tsquery from article_words has
    where has.article_id = ${articleId}), false)`;
}

/** True where the article is in the topic of a parameter. */
function isInTopic(articleId: string, parameter: string): string {
  return `coalesce((select true from article_topics at
    where at.article_id = ${articleId} and at.topic_id = ${parameter}::bigint), false)`;
}

/** An array of ids as a parameter: the two databases write arrays of int8 differently. */
export function idList(ids: number[]): string {
  return `{${ids.join(',')}}`;
}
