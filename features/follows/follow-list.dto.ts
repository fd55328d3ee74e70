import { z } from 'zod';
import { linkDto } from '@/features/articles/article.dto.ts';

/** The largest list that is taken, in bytes; a full one of this site is about 300 kB. */
export const LIST_MAX_BYTES = 1024 * 1024;
const MAX_ENTRIES = 5_000;
const text = z.string().max(2_000);

/** What a reader follows, as JSON to keep. */
export const followListDto = z.object({
  version: z.literal(1),
  /** Where the list is from. */
  site: z.string(),
  exportedAt: z.string(),
  follows: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      kind: z.string(),
      followedAt: z.string(),
      htmlUrl: z.string(),
      xmlUrl: z.string(),
    }),
  ),
});
export type FollowListDto = z.infer<typeof followListDto>;

/**
 * The same on its way back. Not strict: it is the reader's own file, a later version or all that is kept
 * about them may say more, and nothing else in it is looked at.
 */
export const followListFile = z.object({
  follows: z
    .array(z.object({ slug: text.optional(), name: text.optional(), xmlUrl: text.optional() }))
    .max(MAX_ENTRIES),
});

/** What became of a list that was imported, in its order. */
export const importReportDto = z.object({
  followed: z.array(linkDto),
  followedBefore: z.array(linkDto),
  /** Known here by no address and no name. */
  unknown: z.array(z.string()),
  /** Known, and taking no new followers. */
  retired: z.array(linkDto),
  /** Over the limit of what one reader may follow. */
  noRoom: z.array(linkDto),
});
export type ImportReportDto = z.infer<typeof importReportDto>;
