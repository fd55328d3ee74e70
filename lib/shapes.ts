import { z } from 'zod';
import { isCleanText } from './http.ts';

/** Shapes of what people write. Every message completes a sentence that begins with the field's name. */

const MAX_SLUG = 80;
// XML 1.0 (section 2.2) cannot carry these, so a feed with one of them would be broken.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** True for text that can be stored, sent as JSON and put into a feed. */
export function isPublishable(text: string): boolean {
  return isCleanText(text) && !CONTROL.test(text);
}

const UNCLEAN = 'holds characters that cannot be published (control characters or half of a character)';

/** One line of text: white space is collapsed; `min` to `max` characters remain. */
export const line = (max: number, min = 1) =>
  z
    .string('must be text (put it in quotes)')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(min, min === 1 ? 'is empty' : `must be at least ${min} characters long`)
        .max(max, `must be at most ${max} characters long`)
        .refine(isPublishable, UNCLEAN),
    );

/** A slug: lower-case letters and digits in groups joined by single hyphens. */
export const slug = z
  .string('must be a slug in quotes')
  .max(MAX_SLUG, `must be at most ${MAX_SLUG} characters long`)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits joined by hyphens');

/** An instant in UTC, to whatever part of a second, as long as it stays short. */
export const instantText = z.iso.datetime().max(40);
