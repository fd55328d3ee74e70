import { type Db, type Run, runPlanned, runWithSettings } from '../client.ts';

/** Articles as readers search them: only what is visible has words (`article_words`, ADR 010). */

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
  /** All of these topics, or none for the whole paper. */
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
/**
 * How many weeks back are looked at first, and then: each time so many more that those that match in the
 * window before, fewer than a page, foretell few in the next. Then two years, then everything.
 */
const WINDOWS = [2, 10, 40];
/**
 * So many articles of a topic are looked at for a page, and so many that have the words but may be in other
 * topics, or may not have them in their order.
 */
const LOOKED_THROUGH = 500;
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
  const rows = await run<Matching & { isEdge: boolean }>(
    `select * from (
       select t.article_id as id, t.published_at as "publishedAt", ${isInTopics('t.article_id', '$6')} and exists (
           select 1 from article_words w where w.article_id = t.article_id and w.words @@ $7::tsquery) as "isWanted",
         row_number() over (${NEWEST_FIRST}) = ${LOOKED_THROUGH} as "isEdge"
       from (
         select article_id, published_at from article_topics
         where topic_id = $1 and is_visible and (published_at, article_id) < ($2::timestamptz, $3::bigint)
           and published_at >= $4::timestamptz
         ${NEWEST_FIRST} limit ${LOOKED_THROUGH}) t
     ) looked where "isWanted" or "isEdge" order by "publishedAt" desc, id desc limit $5::int + 1`,
    [first, publishedAt, id, since ?? THE_BEGINNING, limit, idList(others), query],
  );
  const wanted = rows.filter((row) => row.isWanted).slice(0, limit);
  return { ids: wanted.map((row) => row.id), lookedUpTo: rows.find((row) => row.isEdge) ?? null };
}

/** Looks further and further back, until a page is full. */
async function lookBack(
  run: Run,
  { query, coarse }: SearchWords,
  scope: SearchScope,
  limit: number,
): Promise<FoundIds> {
  const { before, since, topicIds } = scope;
  const newest = await run<{ publishedAt: Date }>(
    `select published_at as "publishedAt" from articles where is_visible and published_at <= $1::timestamptz
     order by published_at desc, id desc limit 1`,
    [(before ?? THE_END).publishedAt],
  );
  const from = newest[0]?.publishedAt;
  if (!from) return { ids: [], lookedUpTo: null };
  // Where all that the index finds is wanted, a page of it is enough to look at.
  const isExact = query === coarse && topicIds.length === 0;
  const look = isExact ? limit : LOOKED_THROUGH;
  const { publishedAt, id } = before ?? THE_END;
  let rows: Matching[] = [];
  for (const window of windowsFrom(from, since)) {
    rows = await run<Matching>(
      `select w.id, w.published_at as "publishedAt", ${isExact ? 'true' : IS_WANTED} as "isWanted" from (
         select article_id as id, published_at, words from article_words
         where words @@ $1::tsquery and (published_at, article_id) < ($2::timestamptz, $3::bigint)
           and published_at >= $4::timestamptz
         ${NEWEST_FIRST} limit $5) w order by w.published_at desc, w.id desc`,
      [
        window ? `(${coarse}) & (${window})` : coarse,
        ...[publishedAt, id, since ?? THE_BEGINNING, look],
        ...(isExact ? [] : [idList(topicIds), query]),
      ],
    );
    if (rows.length >= look || rows.filter((row) => row.isWanted).length >= limit) break;
  }
  const ids = rows
    .filter((row) => row.isWanted)
    .slice(0, limit)
    .map((row) => row.id);
  const isAll = ids.length >= limit || rows.length < look;
  return { ids, lookedUpTo: isAll ? null : (rows.at(-1) ?? null) };
}

/** The windows below `from`, as lexemes of `article_words`; the last is null: everything. */
function windowsFrom(from: Date, since: Date | null): (string | null)[] {
  const week = Math.floor(from.getTime() / 1_000 / WEEK_SECONDS);
  const year = Math.floor(week / WEEKS_IN_YEAR);
  const earliest = since ? Math.floor(since.getTime() / 1_000 / WEEK_SECONDS) : Number.NEGATIVE_INFINITY;
  // A window in which `since` lies holds all there is: nothing need be looked for before it.
  const weeks = WINDOWS.map((count) => ({ count, isLast: week - count < earliest }));
  const last = weeks.findIndex((window) => window.isLast);
  const windows = (last < 0 ? weeks : weeks.slice(0, last + 1)).map(({ count }) =>
    Array.from({ length: count }, (_, back) => `'w:${week - back}'`).join(' | '),
  );
  return last < 0 ? [...windows, `'y:${year}' | 'y:${year - 1}'`, null] : windows;
}

/** True where an article that the index found has the words as they were written, and is in all the topics. */
const IS_WANTED = `(w.words @@ $7::tsquery and ${isInTopics('w.id', '$6')})`;

/** True where the article is in all the topics of a parameter. */
function isInTopics(articleId: string, parameter: string): string {
  return `not exists (select 1 from unnest(${parameter}::text::bigint[]) as topic (id) where not exists (
    select 1 from article_topics at where at.article_id = ${articleId} and at.topic_id = topic.id))`;
}

/** An array of ids as a parameter: the two databases write arrays of int8 differently. */
export function idList(ids: number[]): string {
  return `{${ids.join(',')}}`;
}
