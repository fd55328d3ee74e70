import type { Db, DbOrTx } from '@/db/client.ts';
import {
  type ArticlePosition,
  type FoundArticle,
  headlineWords,
  listArticlesInTopic,
  searchArticlesInTopic,
  searchHeadlines,
  type TopicArticleRow,
} from '@/db/queries/article-search.ts';
import {
  listLineage,
  loadDirectTopics,
  loadTaggedArticles,
  type TaggedArticle,
} from '@/db/queries/article-tags.ts';
import { lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { getTopic, type TopicRow } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { sign, verify } from '@/lib/tokens.ts';
import { stateOf } from './article-state.ts';
import type {
  FoundArticleDto,
  FoundArticlesDto,
  TopicArticleDto,
  TopicArticlesChange,
  TopicArticlesDto,
  TopicArticlesQuery,
} from './article-topics.dto.ts';
import { namedTopics, type Retagging, refuse, retag } from './retagging.ts';

const PAGE_SIZE = 50;
const FOUND = 20;

/**
 * A page of the articles in a topic and beneath it, the newest first, scheduled and withdrawn ones included.
 * @throws AppError `bad_request` for a cursor that was not made here for this topic and search;
 *   `not_found`; `forbidden`
 */
export async function getTopicArticleList(
  { db, secret }: { db: Db; secret: string },
  userId: string,
  slug: string,
  query: TopicArticlesQuery,
): Promise<TopicArticlesDto> {
  await requireStaff(db, userId, 'editor');
  const topic = await findListed(db, slug);
  const purpose = `topic-articles:v1:${JSON.stringify([topic.id, query.q])}`;
  const after = query.cursor ? decodeCursor(secret, purpose, query.cursor) : null;
  const rows = await findRows(db, topic, query.q.trim(), after);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    articles: await toTopicArticles(db, topic, shown),
    nextCursor: last ? sign(secret, purpose, JSON.stringify([last.publishedAt.getTime(), last.id])) : null,
  };
}

/** The newest 20 articles with these words, or words that begin with them, in the headline. @throws AppError `forbidden` */
export async function findArticles(db: Db, userId: string, q: string): Promise<FoundArticlesDto> {
  await requireStaff(db, userId, 'editor');
  const words = await headlineWords(db, q);
  return { articles: words === null ? [] : (await searchHeadlines(db, words, FOUND)).map(toFound) };
}

/**
 * Puts articles into a topic and takes others out, or moves some to another topic, where each takes the
 * place the topic had among its others. All of it or nothing. What is so already is left as it is.
 * @throws AppError `bad_request` beside the field, naming the articles that are there through a child or
 *   as in their section, or that would name no topic any more, or too many; `not_found`; `forbidden`
 */
export async function changeTopicArticles(
  db: Db,
  userId: string,
  slug: string,
  change: TopicArticlesChange,
  now: Date,
): Promise<{ changed: string[]; tags: string[] }> {
  return db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const topic = await findListed(tx, slug);
    const wanted = await retaggings(tx, topic, change);
    const { changed, tags } = await retag(tx, actor, wanted, now);
    return { changed: changed.map((article) => article.slug), tags };
  });
}

async function retaggings(tx: DbOrTx, topic: TopicRow, change: TopicArticlesChange): Promise<Retagging[]> {
  if (change.to !== undefined) return moved(tx, topic, change.articles ?? [], change.to);
  const both = change.add.find((slug) => change.remove.includes(slug));
  if (both) throw fieldError('add', `names “${both}”, which is to be removed too`);
  return [...(await added(tx, topic, change.add)), ...(await removed(tx, topic, change.remove, 'remove'))];
}

async function added(tx: DbOrTx, topic: TopicRow, slugs: string[]): Promise<Retagging[]> {
  if (slugs.length > 0 && topic.retiredAt)
    throw fieldError('add', `${topic.name} is retired: restore it first`);
  return (await findAll(tx, slugs, 'add'))
    .filter((article) => !isDirectly(article, topic))
    .map((article) => ({ article, topics: [...namedTopics(article), topic], field: 'add' }));
}

async function removed(tx: DbOrTx, topic: TopicRow, slugs: string[], field: string): Promise<Retagging[]> {
  // What has left the topic meanwhile is as it should be.
  const wanted = (await findAll(tx, slugs, field))
    .filter((article) => article.topicIds.includes(topic.id))
    .map((article) => ({ article, topics: namedTopics(article).filter(({ id }) => id !== topic.id), field }));
  const isFiled = ({ article }: Retagging) => article.sectionId === topic.id;
  refuse(wanted, isFiled, `would leave the section ${topic.name}, which the source decides`);
  const isBeneath = ({ article }: Retagging) => !isDirectly(article, topic);
  refuse(wanted, isBeneath, `would stay in ${topic.name} through topics beneath it: change those`);
  return wanted;
}

async function moved(tx: DbOrTx, topic: TopicRow, slugs: string[], toSlug: string): Promise<Retagging[]> {
  const to = await getTopic(tx, toSlug);
  if (!to || to.kind === 'author') throw fieldError('to', 'is not a topic');
  if (to.id === topic.id) throw fieldError('to', 'is the topic they are in');
  if (to.retiredAt) throw fieldError('to', `${to.name} is retired: restore it first`);
  const wanted = await removed(tx, topic, slugs, 'articles');
  return wanted.map(({ article, field }) => {
    const isThere = isDirectly(article, to);
    const topics = namedTopics(article).flatMap((named) => {
      if (named.id !== topic.id) return [named];
      return isThere ? [] : [to];
    });
    return { article, topics, field };
  });
}

function isDirectly(article: TaggedArticle, topic: TopicRow): boolean {
  return article.direct.some((direct) => direct.id === topic.id);
}

async function findAll(tx: DbOrTx, slugs: string[], field: string): Promise<TaggedArticle[]> {
  if (slugs.length === 0) return [];
  const articles = await loadTaggedArticles(tx, slugs);
  const missing = slugs.find((slug) => !articles.some((article) => article.slug === slug));
  if (missing !== undefined) throw fieldError(field, `“${missing}” is not an article`);
  return articles;
}

async function findListed(db: DbOrTx, slug: string): Promise<TopicRow> {
  const topic = await findTopic(db, slug);
  if (topic.kind === 'author') throw new AppError('not_found', 'Authors are kept with their articles.');
  return topic;
}

async function findRows(
  db: Db,
  topic: TopicRow,
  q: string,
  after: ArticlePosition | null,
): Promise<TopicArticleRow[]> {
  if (q === '') return listArticlesInTopic(db, topic.id, after, PAGE_SIZE + 1);
  const words = await headlineWords(db, q);
  return words === null ? [] : searchArticlesInTopic(db, topic.id, words, after, PAGE_SIZE + 1);
}

function decodeCursor(secret: string, purpose: string, cursor: string): ArticlePosition {
  const payload = verify(secret, purpose, cursor);
  if (payload === null)
    throw new AppError('bad_request', 'This cursor is not valid here. Start from the first page.');
  const [ms, id] = JSON.parse(payload) as [number, number];
  return { publishedAt: new Date(ms), id };
}

/** Says of each article that does not name the topic itself which of the topics beneath it does. */
async function toTopicArticles(db: Db, topic: TopicRow, rows: TopicArticleRow[]): Promise<TopicArticleDto[]> {
  const indirect = rows.filter((row) => !row.isDirect).map((row) => row.id);
  const direct = await loadDirectTopics(db, indirect);
  const named = new Set([...direct.values()].flat().map(({ id }) => id));
  const lineage = await listLineage(db, [...named]);
  const beneath = new Set(lineage.filter((row) => row.id === topic.id).map((row) => row.startId));
  return rows.map((row) => ({
    ...toFound(row),
    isDirect: row.isDirect,
    isSection: row.sectionId === topic.id,
    through: (direct.get(row.id) ?? [])
      .filter(({ id }) => beneath.has(id))
      .map(({ slug, name }) => ({ slug, name })),
  }));
}

function toFound({ slug, headline, publishedAt, ...row }: FoundArticle): FoundArticleDto {
  return { slug, headline, publishedAt: publishedAt.toISOString(), state: stateOf(row) };
}
