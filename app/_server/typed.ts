import { cookies } from 'next/headers';
import { isCleanText } from '@/lib/http.ts';
import type { Settings } from '@/lib/settings.ts';

/**
 * What was typed into a form that failed goes back to the form in a cookie, because an address in a
 * query string ends up in histories and logs. The cookie belongs to the form's page alone, is read
 * by no script, and is gone after a minute or with the next answer to the form. A page cannot clear
 * it when it shows it; loading the page again keeps what was typed.
 */
const MAX_AGE_SECONDS = 60;
/** More than any field takes; a cookie may have 4 kB. */
const MAX_LENGTH = 300;

type SiteAddress = Pick<Settings, 'appUrl'>;

/** The `Set-Cookie` value that brings `text` to the page at `path`; an empty text takes it away. */
export function typedCookie(settings: SiteAddress, path: string, text: string): string {
  const value = Buffer.from(text.slice(0, MAX_LENGTH).toWellFormed()).toString('base64url');
  const attributes = [
    `${cookieName(settings)}=${value}`,
    `Path=${path}`,
    `Max-Age=${value ? MAX_AGE_SECONDS : 0}`,
    'SameSite=Lax',
    'HttpOnly',
  ];
  if (isSecure(settings)) attributes.push('Secure');
  return attributes.join('; ');
}

/** What was typed into the form of this page before it failed; undefined when nothing is known of it. */
export async function typedBefore(settings: SiteAddress): Promise<string | undefined> {
  return decodeTyped((await cookies()).get(cookieName(settings))?.value);
}

/** The text in a cookie's value. Anyone may have written it: no text that `typedCookie` would not write. */
export function decodeTyped(value: string | undefined): string | undefined {
  const text = Buffer.from(value ?? '', 'base64url').toString('utf8');
  return text && text.length <= MAX_LENGTH && isCleanText(text) ? text : undefined;
}

function cookieName(settings: SiteAddress): string {
  return isSecure(settings) ? '__Secure-typed' : 'typed';
}

function isSecure(settings: SiteAddress): boolean {
  return settings.appUrl.startsWith('https:');
}
