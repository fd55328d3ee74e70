import { z } from 'zod';

/** The form that says whether a history is kept, and the page it stands on, if that is not the account's. */
export const historyForm = z.strictObject({
  keepsHistory: z.enum(['on', 'off']),
  returnTo: z.string().max(2_000).optional(),
});

/** The form that clears a history: pressing it says all. */
export const clearForm = z.strictObject({});
