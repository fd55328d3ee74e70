/**
 * A large newsroom made up on PostgreSQL (or PGlite) by its own `generate_series`: minutes for a
 * million articles. The same sizes give the same rows, apart from what their identities count from.
 */

export type Size = {
  /** Topics beside the sections and the large topic. */
  topics: number;
  articles: number;
  readers: number;
  /** Topics that a reader follows, the large one included. */
  followsEach: number;
  /** Readers who follow the large topic. */
  largeFollowers: number;
  /** Articles in the large topic, six of ten directly and the rest in one of its forty children. */
  largeArticles: number;
};

/** The newsroom that the limits in PERFORMANCE and ADR 009 were measured on. */
export const FULL_SIZE: Size = {
  topics: 50_000,
  articles: 1_000_000,
  readers: 200_000,
  followsEach: 20,
  largeFollowers: 200_000,
  largeArticles: 100_000,
};

/** One that is filled in seconds. */
export const SMALL_SIZE: Size = {
  ...{ topics: 900, articles: 3_000, readers: 300, followsEach: 10, largeFollowers: 200, largeArticles: 300 },
};

/** The topic that very many follow, and one of the usual size to merge it into. */
export const LARGE_TOPIC = 'bench-large';
export const TARGET_TOPIC = 'bench-topic-1';

/** Runs one statement on the database that is filled. */
export type RunStatement = (text: string) => Promise<unknown>;

const SECTIONS = 12;
const CHILDREN = 40;
/** Topics directly under sections; the others stand under these. */
const MIDDLE = 200;
/** The newest article's time; each one before it is five minutes older. */
const NEWEST = '2026-11-01T00:00:00Z';
const ROWS_AT_ONCE = 100_000;
const VOCABULARY = 30_000;
const WORDS_EACH = 60;

/**
 * Fills a migrated database that has no such newsroom yet, one statement of 100,000 rows after the
 * other, and says which. Each statement is committed: one that was ended halfway is begun anew on an
 * empty database.
 */
export async function seedNewsroom(
  run: RunStatement,
  size: Size,
  say: (line: string) => void,
): Promise<void> {
  say(`${size.topics} topics`);
  for (const statement of topicStatements(size)) await run(statement);
  for (const [from, to] of portions(size.articles)) {
    say(`articles ${from} to ${to} of ${size.articles}`);
    await run(articleStatement(size, from, to));
    for (const statement of linkStatements(size, from, to)) await run(statement);
    // Without it the first portions would be planned as if the tables were empty.
    if (from === 1)
      for (const table of ['topics', 'articles', 'article_topics']) await run(`analyze ${table}`);
  }
  for (const [from, to] of portions(size.readers)) {
    say(`readers ${from} to ${to} of ${size.readers}`);
    await run(readerStatement(from, to));
    // Follows are a multiple of readers.
    for (const [first, last] of portions(to - from + 1, Math.ceil(ROWS_AT_ONCE / size.followsEach)))
      await run(followStatement(size, from + first - 1, from + last - 1));
  }
  say('statistics');
  for (const table of ['topics', 'articles', 'article_topics', 'follows', 'users'])
    await run(`vacuum analyze ${table}`);
  await run('refresh materialized view topic_counts');
}

/** Sections, the large topic with its children, and a tree of three levels, all out of reach of the content folder. */
function topicStatements({ topics }: Size): string[] {
  const insert = (kind: string, slug: string, name: string, parent: string, count: number, first = 1) => `
    insert into topics (slug, name, kind, labels, managed_at, parent_id)
    select ${slug}, ${name}, '${kind}', array[lower(${name})], timestamptz '${NEWEST}', (select id from topics p where p.slug = ${parent})
    from generate_series(${first}, ${count}) n`;
  const numbered = (slug: string) => `'${slug}-' || n`;
  const section = `'bench-section-' || (n % ${SECTIONS} + 1)`;
  const middle = Math.min(topics, MIDDLE);
  return [
    insert('section', numbered('bench-section'), "'Bench section ' || n", 'null', SECTIONS),
    insert('topic', `'${LARGE_TOPIC}'`, "'Bench large topic'", section, 1),
    insert('topic', numbered(LARGE_TOPIC), "'Bench large topic ' || n", `'${LARGE_TOPIC}'`, CHILDREN),
    insert('topic', numbered('bench-topic'), "'Bench topic ' || n", section, middle),
    insert(
      'topic',
      numbered('bench-topic'),
      "'Bench topic ' || n",
      `'bench-topic-' || (n % ${middle} + 1)`,
      topics,
      middle + 1,
    ),
  ];
}

/**
 * A number from 0 up to 1 that looks drawn, the same for the same `n`: few small topics have many
 * articles and followers, as in a newspaper.
 */
function drawn(n: string): string {
  return `((${n})::bigint * 2654435761 % 4294967296 / 4294967296.0)`;
}

/** The slug, in SQL, of a topic drawn by `n`. */
export function topicOf(n: string, { topics }: Pick<Size, 'topics'>): string {
  return `'bench-topic-' || (1 + floor(${topics} * power(${drawn(n)}, 3)))::int`;
}

/** The topic that article `n` is in directly. */
function articleTopic(size: Size): string {
  const every = Math.max(1, Math.round(size.articles / Math.max(1, size.largeArticles)));
  return `case when n % ${every} > 0 or n / ${every} > ${size.largeArticles} then ${topicOf('n', size)}
    when n / ${every} % 10 < 6 then '${LARGE_TOPIC}'
    else '${LARGE_TOPIC}-' || (n / ${every} % ${CHILDREN} + 1) end`;
}

function articleStatement(size: Size, from: number, to: number): string {
  return `
    insert into articles (slug, headline, dek, body_html, word_count, section_id, published_at,
      first_visible_at, is_visible, source_hash)
    select 'bench-article-' || n, 'What became of matter ' || n || ' ' || ${wordsOf('n', 1, 2)},
      'A dek of the usual length, ' || ${wordsOf('n', 3, 6)} || '.',
      '<p>' || repeat('A paragraph such as newspapers print. ', 10) || ${wordsOf('n', 7, WORDS_EACH)} || '</p>', 120,
      (select id from topics where slug = 'bench-section-' || (n % ${SECTIONS} + 1)), at, at, true, 'bench:' || n
    from (select n, timestamptz '${NEWEST}' - (${size.articles} - n) * interval '5 minutes' as at
      from generate_series(${from}, ${to}) n) made`;
}

/** Direct topics, then the rows of what stands above them, then the articles' own lists. */
function linkStatements(size: Size, from: number, to: number): string[] {
  const columns = '(article_id, topic_id, is_direct, position, published_at, first_visible_at, is_visible)';
  const ids = `(select id from articles where slug = 'bench-article-${from}')
    and (select id from articles where slug = 'bench-article-${to}')`;
  return [
    `insert into article_topics ${columns}
     select a.id, t.id, true, 0, a.published_at, a.first_visible_at, true
     from (select n, ${articleTopic(size)} as topic from generate_series(${from}, ${to}) n) made
     join articles a on a.slug = 'bench-article-' || made.n join topics t on t.slug = made.topic`,
    `insert into article_topics ${columns}
     with recursive above as (
       select id as topic_id, parent_id from topics where slug like 'bench-%'
       union all select a.topic_id, p.parent_id from above a join topics p on p.id = a.parent_id)
     select l.article_id, above.parent_id, false, 1000, l.published_at, l.first_visible_at, true
     from article_topics l join above on above.topic_id = l.topic_id
     where l.article_id between ${ids} and l.is_direct and above.parent_id is not null
     on conflict do nothing`,
    `update articles a set topic_ids = made.ids
     from (select article_id, array_agg(topic_id order by position, topic_id) as ids from article_topics
       where article_id between ${ids} group by article_id) made
     where a.id = made.article_id`,
  ];
}

/**
 * Words `from` to `to` of article `n`, drawn as language draws them: of the vocabulary `word0` is in most
 * articles, `word100` in three of a hundred, and the last ones in less than one of a thousand.
 */
function wordsOf(n: string, from: number, to: number): string {
  return `(select string_agg('word' || floor(${VOCABULARY} * power(${drawn(`${n}::bigint * ${WORDS_EACH} + k`)}, 3))::int, ' ')
    from generate_series(${from}, ${to}) k)`;
}

/** The id of reader `n`, in the shape of a UUIDv7. */
export function readerId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

function readerStatement(from: number, to: number): string {
  return `
    insert into users (id, name, email, created_at)
    select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Bench reader ' || n,
      'bench-' || n || '@example.com', timestamptz '${NEWEST}' - interval '1 year'
    from generate_series(${from}, ${to}) n`;
}

function followStatement(size: Size, from: number, to: number): string {
  const of = `case when k = 0 and n <= ${size.largeFollowers} then '${LARGE_TOPIC}'
    else ${topicOf(`n * ${size.followsEach}::bigint + k`, size)} end`;
  return `
    insert into follows (user_id, topic_id, created_at)
    select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, t.id,
      timestamptz '${NEWEST}' - (n % 500) * interval '1 day'
    from (select n, ${of} as topic from generate_series(${from}, ${to}) n, generate_series(0, ${size.followsEach - 1}) k) made
    join topics t on t.slug = made.topic on conflict do nothing`;
}

function* portions(count: number, size = ROWS_AT_ONCE): Generator<[from: number, to: number]> {
  for (let from = 1; from <= count; from += size) yield [from, Math.min(count, from + size - 1)];
}
