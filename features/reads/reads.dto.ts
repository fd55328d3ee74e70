import { z } from 'zod';

/** The form that says whether a history is kept. */
export const historyForm = z.strictObject({ keepsHistory: z.enum(['on', 'off']) });
