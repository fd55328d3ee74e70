import { type Db, runPlanned } from '../client.ts';

/** Articles as editors look for them: those that are not visible included. */

/** Where a page begins: after the article with this time and id. */
export type ArticlePosition = { publishedAt: Date; id: number };

export type FoundArticle = {
  id: number;
  slug: string;
  headline: string;
  publishedAt: Date;
  isVisible: boolean;
  isWithdrawn: boolean;
};
export type TopicArticleRow = FoundArticle & { isDirect: boolean; sectionId: number };

/** So many of the newest are compared word for word before the index of all headlines is asked. */
const LOOKED_THROUGH = 2_000;
/** The most articles that are taken from the index of headlines, whichever those are. */
const FROM_INDEX = 20_000;
const MAX_WORDS = 8;
const THE_END = { publishedAt: new Date('9999-12-31T00:00:00Z'), id: 0 };

const FACTS = `a.id, a.slug, a.headline, a.published_at as "publishedAt", a.is_visible as "isVisible",
  a.withdrawn_at is not null as "isWithdrawn"`;
const HAS_WORDS = `to_tsvector('simple', folded_words(a.headline)) @@ $1::tsquery`;
const NEWEST_FIRST = 'order by published_at desc, id desc';

/**
 * What finds the headlines in which every word of `q` is a word or begins one, accents and capitals
 * aside; null when `q` has no words. Of more than eight words the first eight count.
 */
export async function headlineWords(db: Db, q: string): Promise<string | null> {
  const [row] = await runPlanned<{ words: string | null }>(
    db,
    `select string_agg(quote_literal(word) || ':*', ' & ') as words
     from (select word from unnest(string_to_array(folded_words($1), ' ')) as word where word <> '' limit ${MAX_WORDS}) as w`,
    [q],
  );
  return row?.words ?? null;
}

/** The newest articles in a topic or beneath it, below `after`. */
export async function listArticlesInTopic(
  db: Db,
  topicId: number,
  after: ArticlePosition | null,
  limit: number,
): Promise<TopicArticleRow[]> {
  const { publishedAt, id } = after ?? THE_END;
  return runPlanned<TopicArticleRow>(
    db,
    `select ${FACTS}, at.is_direct as "isDirect", a.section_id as "sectionId"
     from (select * from (${newestInTopic('$4')}) as heads ${NEWEST_FIRST} limit $4) as at
     join articles a on a.id = at.id order by a.published_at desc, a.id desc`,
    [topicId, publishedAt, id, limit],
  );
}

/** The same, of those with these words (of `headlineWords`) in their headlines. */
export async function searchArticlesInTopic(
  db: Db,
  topicId: number,
  words: string,
  after: ArticlePosition | null,
  limit: number,
): Promise<TopicArticleRow[]> {
  const { publishedAt, id } = after ?? THE_END;
  const facts = `${FACTS}, at.is_direct as "isDirect", a.section_id as "sectionId"`;
  const quick = `select ${facts} from (${newestInTopic('$6', '$2', '$3', '$4')}) as at
    join articles a on a.id = at.id where ${HAS_WORDS} order by a.published_at desc, a.id desc limit $5`;
  const thorough = `select ${facts} from (select * from articles a where ${HAS_WORDS} limit $6) as a
    join article_topics at on at.article_id = a.id and at.topic_id = $2
    where (a.published_at, a.id) < ($3::timestamptz, $4::bigint)
    order by a.published_at desc, a.id desc limit $5`;
  // Where each of the two has fewer than that, all of the topic has been looked through.
  const isAll = `select coalesce(max(count), 0) < $4 as "isAll" from (
    select count(*) as count from (${newestInTopic('$4')}) as heads group by is_visible) as counts`;
  const askAll = async () => {
    const rows = await runPlanned<{ isAll: boolean }>(db, isAll, [topicId, publishedAt, id, LOOKED_THROUGH]);
    return rows[0]?.isAll === true;
  };
  return quickOrThorough(db, { quick, thorough }, [words, topicId, publishedAt, id, limit], askAll);
}

/** The newest articles with these words (of `headlineWords`) in their headlines; withdrawn ones are left out. */
export async function searchHeadlines(db: Db, words: string, limit: number): Promise<FoundArticle[]> {
  const ofNewest = (condition: string) => `(select * from articles
    where ${condition} ${NEWEST_FIRST} limit $3)`;
  const quick = `select ${FACTS}
    from (${ofNewest('is_visible')} union all ${ofNewest('not is_visible and withdrawn_at is null')}) as a
    where ${HAS_WORDS} order by a.published_at desc, a.id desc limit $2`;
  const thorough = `select ${FACTS}
    from (select * from articles a where ${HAS_WORDS} limit $3) as a
    where a.withdrawn_at is null order by a.published_at desc, a.id desc limit $2`;
  return quickOrThorough(db, { quick, thorough }, [words, limit]);
}

/**
 * Looks through the newest first: for words that many headlines have, that is enough and costs no more
 * in a large paper. Words too rare to fill the page so have few rows in the index, which is asked then.
 * Only words that were common once and are rare today may be in more than are taken from it.
 */
async function quickOrThorough<Row extends FoundArticle>(
  db: Db,
  statements: { quick: string; thorough: string },
  values: unknown[],
  isAllLookedThrough = async () => false,
): Promise<Row[]> {
  const limit = values.at(-1) as number;
  const quick = await runPlanned<Row>(db, statements.quick, [...values, LOOKED_THROUGH]);
  if (quick.length >= limit || (await isAllLookedThrough())) return quick;
  const thorough = await runPlanned<Row>(db, statements.thorough, [...values, FROM_INDEX]);
  const all = new Map([...quick, ...thorough].map((row) => [row.id, row]));
  return [...all.values()]
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id)
    .slice(0, limit);
}

/** Ids and places of the newest of a topic below a position: visible and hidden ones have an index each. */
function newestInTopic(limit: string, topic = '$1', publishedAt = '$2', id = '$3'): string {
  const head = (
    condition: string,
  ) => `(select article_id as id, published_at, is_direct, is_visible from article_topics
    where topic_id = ${topic} and ${condition} and (published_at, article_id) < (${publishedAt}::timestamptz, ${id}::bigint)
    order by published_at desc, article_id desc limit ${limit})`;
  return `${head('is_visible')} union all ${head('not is_visible')}`;
}
