import { z } from 'zod';
import { articleCardDto, linkDto, type PhotoDto } from '../articles/article.dto.ts';

/** One card of Following: the article, why it is there, and whether it is new to this reader. */
export const feedItemDto = articleCardDto.extend({
  /** The followed topics and authors the article is in: at least one, the closest first. */
  reasons: z.array(linkDto).min(1),
  isNew: z.boolean(),
  /** True when the reader has opened it, or marked it as read. */
  isRead: z.boolean(),
  isSaved: z.boolean(),
  /** True when an editor marked a change as worth knowing after the reader read it. */
  changedSinceRead: z.boolean(),
});
export type FeedItemDto = z.infer<typeof feedItemDto>;

/**
 * A page of the feed. `nextCursor` is null at the end, and only there: a page may be short, or empty,
 * and yet not be the last. `seenUpTo` is signed and goes to `POST /api/feed/seen`; `shown` is signed too,
 * names the articles of this page, and goes to `POST /api/feed/read`.
 */
export const feedPageDto = z.object({
  items: z.array(feedItemDto),
  nextCursor: z.string().nullable(),
  seenUpTo: z.string(),
  shown: z.string(),
});
export type FeedPageDto = z.infer<typeof feedPageDto>;

/** As much of a feed's item as is shown of it: a page brings no more, and what comes by the API fits. */
export type FeedCard = Omit<FeedItemDto, 'topics' | 'updatedAt' | 'photo'> & {
  photo: Omit<PhotoDto, 'alt' | 'caption' | 'credit'> | null;
};
export type FeedCards = Omit<FeedPageDto, 'items'> & { items: FeedCard[] };

/** Articles on a page of Following unless asked otherwise, and the most that may be asked for. */
export const FEED_PAGE_SIZE = 20;
export const FEED_PAGE_MAX = 50;

export const feedQueryDto = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(FEED_PAGE_MAX).default(FEED_PAGE_SIZE),
  topic: z.string().max(100).optional(),
  /** `1` leaves out what the reader has read. */
  unread: z.enum(['0', '1']).default('0'),
});

/** With `after`, the mark of a feed page: how many came since it was made, narrowed as the page was. */
export const newCountQueryDto = z.strictObject({
  after: z.string().max(300).optional(),
  topic: z.string().max(100).optional(),
  unread: z.enum(['0', '1']).default('0'),
});
export const newCountDto = z.object({ newCount: z.number().int() });
export type NewCountDto = z.infer<typeof newCountDto>;

/** Whether Following folds long runs on one topic, or shows everything strictly by time. */
export const foldingDto = z.strictObject({ folds: z.boolean() });
export const foldingFormDto = z.strictObject({ folds: z.enum(['on', 'off']) });

export const seenDto = z.strictObject({ upTo: z.string().max(300) });

/** The most pages whose articles can be marked as read at once, and their marks with a space between each. */
export const READ_PAGES_MAX = 50;
const shownMarks = z.string().min(1).max(50_000);
const wayBack = z.string().min(1).max(50_000);
/** Where a form leads back to; JSON has no use for it. */
const returnTo = z.string().max(2_000).optional();

export const markShownDto = z.strictObject({ shown: shownMarks });
export const markShownForm = markShownDto.extend({ returnTo });

/** What was marked as read, those aside that were read already, and the signed way back. */
export const markedReadDto = z.object({ slugs: z.array(z.string()), undo: z.string() });
export type MarkedReadDto = z.infer<typeof markedReadDto>;

export const unmarkDto = z.strictObject({ undo: wayBack });
export const unmarkForm = unmarkDto.extend({ returnTo });

const first = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string().max(300).optional().catch(undefined),
);

/** What the address of Following may say; anything else in it is ignored. */
export const feedPageQueryDto = z.object({ topic: first, cursor: first, unread: first });
