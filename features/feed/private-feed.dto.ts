import { z } from 'zod';

/** What a reader knows of their private feed. `token` is there only right after it was made. */
export type PrivateFeedDto = { createdAt: string; lastUsedAt: string | null; token: string | null };

/** The form of the account page: makes an address (in place of one there is), or ends it. */
export const privateFeedForm = z.strictObject({ wanted: z.enum(['make', 'end']) });
