import type { Db } from '@/db/client.ts';
import {
  type AuthorRow,
  findVisibleArticle,
  getAuthor,
  listNewest,
  listRelated,
  listTopicArticles,
  getArticle as queryArticle,
} from '@/db/queries/articles.ts';
import type { ArticleCardDto, ArticleDto, LinkDto } from './article.dto.ts';

const WORDS_PER_MINUTE = 230;

/** A visible article with body and photos, or null. Scheduled and withdrawn ones do not exist here (T20). */
export async function getArticle(db: Db, slug: string): Promise<ArticleDto | null> {
  const row = (await queryArticle(db, slug)) as Omit<ArticleDto, 'readingMinutes'> | null;
  return row && { ...row, readingMinutes: Math.max(1, Math.round(row.wordCount / WORDS_PER_MINUTE)) };
}

/** True when `getArticle` has this one, for less than reading it. */
export async function isPublished(db: Db, slug: string): Promise<boolean> {
  return (await findVisibleArticle(db, slug)) !== null;
}

/** Up to `limit` articles on what this one is about, the closest first. */
export async function getRelated(db: Db, slug: string, limit: number): Promise<ArticleCardDto[]> {
  return (await listRelated(db, slug, limit)) as ArticleCardDto[];
}

/** The newest articles of the whole paper. */
export async function getNewest(db: Db, limit: number): Promise<ArticleCardDto[]> {
  const cards = (await listNewest(db, limit)) as (ArticleCardDto & { isLead: boolean })[];
  return cards.map(({ isLead: _isLead, ...card }) => card);
}

export type FrontPage = {
  lead: ArticleCardDto;
  seconds: ArticleCardDto[];
  latest: ArticleCardDto[];
  sections: { section: LinkDto; articles: ArticleCardDto[] }[];
};

const FRONT_LOOKBACK = 150;
const FRONT_SECONDS = 2;
const FRONT_LATEST = 5;
const FRONT_PER_SECTION = 5;

/**
 * The front page, or null when nothing is published: the newest article flagged as lead (else the
 * newest), the newest others with a photo beside it, the latest, and what each section of `order`
 * has beyond those. No article stands twice.
 */
export async function getFrontPage(db: Db, order: readonly string[]): Promise<FrontPage | null> {
  const cards = (await listNewest(db, FRONT_LOOKBACK)) as (ArticleCardDto & { isLead: boolean })[];
  const lead = cards.find((card) => card.isLead) ?? cards[0];
  if (!lead) return null;
  const others = cards.filter((card) => card !== lead);
  const seconds = others.filter((card) => card.photo).slice(0, FRONT_SECONDS);
  const latest = others.filter((card) => !seconds.includes(card)).slice(0, FRONT_LATEST);
  const rest = others.filter((card) => !seconds.includes(card) && !latest.includes(card));
  const sections = order.flatMap((slug) => {
    const articles = rest.filter((card) => card.section.slug === slug).slice(0, FRONT_PER_SECTION);
    return articles[0] ? [{ section: articles[0].section, articles }] : [];
  });
  return { lead, seconds, latest, sections };
}

export type ArticleListPage = {
  articles: ArticleCardDto[];
  /** Where the next page begins, for an address; null at the end. */
  next: string | null;
};

/** The newest articles on a topic and everything beneath it, from `position` (of the page before) on. */
export async function getTopicArticles(
  db: Db,
  topicId: number,
  limit: number,
  position: string | null = null,
): Promise<ArticleListPage> {
  const from = position === null ? null : parsePosition(position);
  const rows = (await listTopicArticles(db, topicId, limit + 1, from)) as (ArticleCardDto & { id: number })[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    articles: shown.map(({ id: _id, ...article }) => article),
    next: last && rows.length > limit ? `${Date.parse(last.publishedAt)}-${last.id}` : null,
  };
}

/** The position in an address, or null if it is none. Unsigned: it only names a place in a public list. */
export function parsePosition(text: string): { publishedAt: Date; id: number } | null {
  const [, ms, id] = /^(\d{1,14})-(\d{1,15})$/.exec(text) ?? [];
  return ms && id ? { publishedAt: new Date(Number(ms)), id: Number(id) } : null;
}

export type AuthorPage = { author: AuthorRow } & ArticleListPage;

/** An author with a page of their articles, or null. */
export async function getAuthorPage(
  db: Db,
  slug: string,
  limit: number,
  position: string | null = null,
): Promise<AuthorPage | null> {
  const author = await getAuthor(db, slug);
  return author && { author, ...(await getTopicArticles(db, author.topicId, limit, position)) };
}
