import type { ArticleCardDto, LinkDto } from '../articles/article.dto.ts';
import type { TextPart } from './highlight.ts';

/** In what order articles are shown. The best are picked of the newest that match. */
export type SearchOrder = 'newest' | 'best';

/** A search as its address tells it: text, and what it is narrowed to. */
export type SearchQuery = {
  q: string;
  topic?: string | undefined;
  author?: string | undefined;
  /** First and last day, in UTC: "2021-01-31". */
  from?: string | undefined;
  to?: string | undefined;
  order: SearchOrder;
  cursor?: string | undefined;
};

/** An article that was found, with the words searched for marked; `excerpt` where only its text has them. */
export type SearchHitDto = {
  article: ArticleCardDto;
  headline: TextPart[];
  dek: TextPart[];
  excerpt: TextPart[] | null;
};

/**
 * A page of what was found. `nextCursor` is null at the end, and only there (but for a full page of the best):
 * where finding more would take long, a page is short, or empty, and yet not the last.
 */
export type SearchPageDto = {
  hits: SearchHitDto[];
  nextCursor: string | null;
  /** The instant that was looked back to for a page that is short and not the last. */
  lookedBackTo: string | null;
  /** What the search can be narrowed to: what it is narrowed to now, and what these articles are in. */
  topics: LinkDto[];
  authors: LinkDto[];
};

/** What is wrong with a search, by the field it is wrong with. */
export type SearchErrors = Partial<Record<'q' | 'topic' | 'author' | 'from' | 'to', string>>;
export type SearchOutcome = { errors: SearchErrors } | { page: SearchPageDto };
