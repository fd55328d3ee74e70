import type { Db } from '@/db/client.ts';
import {
  type AuthorRow,
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

/** Up to `limit` articles on what this one is about, the closest first. */
export async function getRelated(db: Db, slug: string, limit: number): Promise<ArticleCardDto[]> {
  return (await listRelated(db, slug, limit)) as ArticleCardDto[];
}

export type FrontPage = {
  lead: ArticleCardDto;
  seconds: ArticleCardDto[];
  latest: ArticleCardDto[];
  sections: { section: LinkDto; articles: ArticleCardDto[] }[];
};

const FRONT_LOOKBACK = 150;
const FRONT_SECONDS = 2;
const FRONT_LATEST = 7;
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

/** The newest articles on a topic and everything beneath it. */
export async function getTopicArticles(db: Db, topicId: number, limit: number): Promise<ArticleCardDto[]> {
  return (await listTopicArticles(db, topicId, limit)) as ArticleCardDto[];
}

export type AuthorPage = { author: AuthorRow; articles: ArticleCardDto[] };

/** An author with their newest articles, or null. */
export async function getAuthorPage(db: Db, slug: string, limit: number): Promise<AuthorPage | null> {
  const author = await getAuthor(db, slug);
  return author && { author, articles: await getTopicArticles(db, author.topicId, limit) };
}
