import { z } from 'zod';

/** The editorial newsletters, in the order they are offered. */
export const NEWSLETTERS = [
  {
    id: 'morning',
    name: 'Morning Update',
    description:
      'Before the day begins: a concise summary of its most important headlines, written by our editors.',
  },
  {
    id: 'evening',
    name: 'Evening Update',
    description:
      'When the day is done: a concise summary of its most important headlines, written by our editors.',
  },
] as const;

export type NewsletterId = (typeof NEWSLETTERS)[number]['id'];

const newsletterId = z.enum(['morning', 'evening']);

/** Body of a sign-up, as JSON or as a form; `returnTo` is the article a form was sent from. */
export const subscribeBody = z.strictObject({
  newsletter: newsletterId,
  email: z.string().max(1_000),
  returnTo: z.string().max(4_000).optional(),
});

/** Body of a confirmation and of a leaving. */
export const tokenBody = z.strictObject({ token: z.string().max(200) });

/** The name shown for a newsletter. */
export function newsletterName(id: NewsletterId): string {
  return NEWSLETTERS.find((newsletter) => newsletter.id === id)?.name ?? id;
}
