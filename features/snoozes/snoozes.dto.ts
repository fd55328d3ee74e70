import { z } from 'zod';
import { instantText } from '@/lib/shapes.ts';

/** For a day or a week from now, or until a day (its midnight, UTC) or an instant, at most a year away. */
export const snoozeDto = z.union([
  z.strictObject({ for: z.enum(['day', 'week']) }),
  z.strictObject({ until: z.union([z.iso.date(), instantText]) }),
]);

/** Until when the follow brings nothing. */
export const snoozedDto = z.object({ snoozedUntil: z.string() });
export type SnoozedDto = z.infer<typeof snoozedDto>;

/** The form of `/follow/[slug]`; `until` counts where `wanted` is `until`. */
export const snoozeFormDto = z.strictObject({
  topic: z.string().min(1).max(100),
  wanted: z.enum(['day', 'week', 'until', 'wake']),
  until: z.string().max(30).default(''),
});
export type SnoozeForm = z.infer<typeof snoozeFormDto>;
