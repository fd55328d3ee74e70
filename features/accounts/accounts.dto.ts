import { z } from 'zod';
import { GUEST_FOLLOW_LIMIT } from '@/features/me/guest-limit.ts';

/**
 * Body of a request for a sign-in link, as JSON or as a form. `follow` is a topic's slug, `follows` are
 * the slugs of what is followed in that browser without an account, parted by commas.
 */
export const signInBody = z.strictObject({
  email: z.string().max(1_000),
  returnTo: z.string().max(4_000).optional(),
  follow: z.string().max(200).optional(),
  follows: z
    .string()
    .max(GUEST_FOLLOW_LIMIT * 101)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string()).max(GUEST_FOLLOW_LIMIT))
    .optional(),
});

/** The form of the page behind a sign-in link. */
export const confirmBody = z.strictObject({
  token: z.string().max(200),
  email: z.string().max(1_000),
  returnTo: z.string().max(4_000).optional(),
});

/** What readers may change about their account. No name is null, or an empty text. */
export const accountBody = z.strictObject({ name: z.string().max(1_000).nullable() });

/** The same as a form. */
export const accountForm = z.strictObject({ name: z.string().max(1_000) });

/** The form of the page that deletes the account, and of the button that keeps it. */
export const deletionForm = z.discriminatedUnion('wanted', [
  z.strictObject({ wanted: z.literal('delete'), email: z.string().max(1_000) }),
  z.strictObject({ wanted: z.literal('keep') }),
]);
