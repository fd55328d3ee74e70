import { z } from 'zod';
import { instantText } from '@/lib/shapes.ts';
import { articleCardDto } from '../articles/article.dto.ts';

/** The most articles one reader may have saved. */
export const SAVE_LIMIT = 5_000;

/** An article a reader has kept: saved, or in their history. */
export const keptItemDto = articleCardDto.extend({
  /** When it was saved, or when it was read last. */
  keptAt: z.string(),
  isSaved: z.boolean(),
  isRead: z.boolean(),
  /** True when an editor marked a change as worth knowing after the reader read it. */
  changedSinceRead: z.boolean(),
});
export type KeptItemDto = z.infer<typeof keptItemDto>;

/** A page of such articles, the last kept first; `nextCursor` is null at the end. */
export const keptPageDto = z.object({ items: z.array(keptItemDto), nextCursor: z.string().nullable() });
export type KeptPageDto = z.infer<typeof keptPageDto>;

/** Articles on a page unless asked otherwise, and the most that may be asked for. */
export const KEPT_PAGE_SIZE = 20;
const KEPT_PAGE_MAX = 50;
/** The longest search. */
export const KEPT_SEARCH_MAX = 100;

export const keptQueryDto = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(KEPT_PAGE_MAX).default(KEPT_PAGE_SIZE),
  q: z.string().max(KEPT_SEARCH_MAX).default(''),
});

/** `at` is when it was saved or read before, for an Undo; now unless given, and never later. */
export const keepQueryDto = z.strictObject({ at: instantText.optional() });

const formFields = {
  article: z.string().min(1).max(200),
  at: instantText.optional(),
  /** The page to go back to; the list itself unless given, narrowed by `q`. */
  returnTo: z.string().max(2_000).optional(),
  q: z.string().max(KEPT_SEARCH_MAX).optional(),
};
/** The forms that save an article or take it out again, and that mark it as read or unread. */
export const saveFormDto = z.strictObject({ ...formFields, wanted: z.enum(['save', 'remove']) });
export const readFormDto = z.strictObject({ ...formFields, wanted: z.enum(['read', 'unread']) });
