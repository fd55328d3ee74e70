import { z } from 'zod';

/** The most topics and authors one reader may mute. */
export const MUTE_LIMIT = 1_000;

/** One muted topic or author, as the manage page lists it. */
export const muteDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  mutedAt: z.string(),
});
export type MuteDto = z.infer<typeof muteDto>;

export const muteFormDto = z.strictObject({
  topic: z.string().min(1).max(100),
  wanted: z.enum(['mute', 'unmute']),
});
