import { z } from 'zod';

/** `article` is the slug of the article that `isSaved`, `isRead` and `changedSinceRead` are to be about. */
export const meQueryDto = z.object({ article: z.string().max(200).optional() });

/** What all islands of a page need, in one answer. `user` is null for a visitor. */
export const meDto = z.object({
  user: z
    .object({ name: z.string().nullable(), email: z.string(), role: z.enum(['reader', 'editor', 'admin']) })
    .nullable(),
  followedTopics: z.array(z.string()),
  mutedTopics: z.array(z.string()),
  /** Those of the followed topics that bring nothing for a while. */
  snoozedTopics: z.array(z.string()),
  newCount: z.number().int(),
  /** The article asked about; it and what follows only where one was asked about. */
  article: z.string().optional(),
  isSaved: z.boolean().optional(),
  /** Whether it is in the reader's history. */
  isRead: z.boolean().optional(),
  /** Whether an editor marked a change as worth knowing after the reader read it last. */
  changedSinceRead: z.boolean().optional(),
  /** Whether what the reader opens is noted. */
  keepsHistory: z.boolean().optional(),
});
export type MeDto = z.infer<typeof meDto>;
