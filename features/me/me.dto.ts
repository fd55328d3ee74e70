import { z } from 'zod';

/** What all islands of a page need, in one answer. `user` is null for a visitor. */
export const meDto = z.object({
  user: z
    .object({ name: z.string().nullable(), email: z.string(), role: z.enum(['reader', 'editor', 'admin']) })
    .nullable(),
  followedTopics: z.array(z.string()),
  mutedTopics: z.array(z.string()),
  newCount: z.number().int(),
});
export type MeDto = z.infer<typeof meDto>;
