import { isCleanText } from '@/lib/http.ts';
import type { Settings } from '@/lib/settings.ts';
import { handedBefore, handedCookie } from './handed.ts';

/**
 * What was typed into a form that failed goes back to the form in a cookie (`handed.ts`), and is gone with
 * the next answer to the form. Loading the page again keeps what was typed.
 */
const NAME = 'typed';
/** More than any field takes. */
const MAX_LENGTH = 300;

type SiteAddress = Pick<Settings, 'appUrl'>;

/** The `Set-Cookie` value that brings `text` to the page at `path`; an empty text takes it away. */
export function typedCookie(settings: SiteAddress, path: string, text: string): string {
  const value = Buffer.from(text.slice(0, MAX_LENGTH).toWellFormed()).toString('base64url');
  return handedCookie(settings, NAME, path, value);
}

/** What was typed into the form of this page before it failed; undefined when nothing is known of it. */
export async function typedBefore(settings: SiteAddress): Promise<string | undefined> {
  return decodeTyped(await handedBefore(settings, NAME));
}

/** The text in a cookie's value. Anyone may have written it: no text that `typedCookie` would not write. */
export function decodeTyped(value: string | undefined): string | undefined {
  const text = Buffer.from(value ?? '', 'base64url').toString('utf8');
  return text && text.length <= MAX_LENGTH && isCleanText(text) ? text : undefined;
}
