import { z } from 'zod';
import { jobDto } from '@/features/jobs/jobs.dto.ts';

const count = z.number().int();

export const mergeRequestDto = z.strictObject({
  /** The slug of the topic that stays. */
  into: z.string().min(1).max(100),
  /** True counts what the merge would do, and does nothing. */
  dryRun: z.boolean().default(false),
});

/** Whom and what a merge touches. */
export const mergePreviewDto = z.object({
  from: z.object({ slug: z.string(), name: z.string() }),
  into: z.object({ slug: z.string(), name: z.string() }),
  articleCount: count,
  sharedArticleCount: count,
  followerCount: count,
  intoFollowerCount: count,
  sharedFollowerCount: count,
  /** Readers who mute `from`, and those of them who mute `into` too. */
  muteCount: count,
  sharedMuteCount: count,
  children: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** Names that `into` gets as aliases. */
  newAliases: z.array(z.string()),
  /** Slugs that lead to `into` from then on. */
  slugs: z.array(z.string()),
  /** True when `into` stands under `from` and takes its place in the tree. */
  isPlaceTaken: z.boolean(),
});
export type MergePreviewDto = z.infer<typeof mergePreviewDto>;

/** A merge that was done. */
export const mergeDoneDto = mergePreviewDto.extend({ mergeId: count });
export type MergeDoneDto = z.infer<typeof mergeDoneDto>;

/** A merge, and the undoing of one, that is done in the background, as it is kept until then. */
export const mergeJobDto = z.object({ from: z.string(), into: z.string() });
export const undoJobDto = z.object({ mergeId: count });

/** A line of the ledger. */
export const mergeDto = z.object({
  id: count,
  fromSlug: z.string(),
  fromName: z.string(),
  intoSlug: z.string(),
  intoName: z.string(),
  mergedAt: z.string(),
  mergedByName: z.string().nullable(),
  followerCount: count,
  articleCount: count,
  undoneAt: z.string().nullable(),
  undoneByName: z.string().nullable(),
  /** The newest merge that builds on this one and still stands: it must be undone first. */
  laterMerge: z.object({ fromName: z.string(), intoName: z.string() }).nullable(),
});
export type MergeDto = z.infer<typeof mergeDto>;

/** A page of the ledger, the newest merge first. */
export const mergesPageDto = z.object({
  merges: z.array(mergeDto),
  /** The `before` of the next page; null on the last. */
  nextBefore: count.nullable(),
  /** What is being done in the background, and what failed in the last day; of the first page only. */
  jobs: z.array(jobDto),
});
export type MergesPageDto = z.infer<typeof mergesPageDto>;

export const mergesQueryDto = z.strictObject({
  /** The number of the last merge of the page before. */
  before: z.coerce.number().int().positive().optional(),
});
