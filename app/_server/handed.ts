import { cookies } from 'next/headers';
import type { Settings } from '@/lib/settings.ts';

/**
 * What a form's answer hands to the page it leads to, in a cookie, because what is the reader's own, or a
 * secret, ends up in histories and logs when it is in an address. The cookie belongs to that page alone,
 * is read by no script, and is gone after a minute. A page cannot clear it when it shows it.
 */
const MAX_AGE_SECONDS = 60;
/** Browsers keep cookies of up to 4,096 bytes with their attributes. */
export const HANDED_MAX_BYTES = 3_800;

type SiteAddress = Pick<Settings, 'appUrl'>;

/** The `Set-Cookie` value that hands `value` (letters, digits, `-`, `_`) to the page at `path`; empty, it takes it away. */
export function handedCookie(settings: SiteAddress, name: string, path: string, value: string): string {
  if (value.length > HANDED_MAX_BYTES) throw new Error(`${name}: too much for a cookie.`);
  const attributes = [
    `${cookieName(settings, name)}=${value}`,
    `Path=${path}`,
    `Max-Age=${value ? MAX_AGE_SECONDS : 0}`,
    'SameSite=Lax',
    'HttpOnly',
  ];
  if (isSecure(settings)) attributes.push('Secure');
  return attributes.join('; ');
}

/** What was handed to this page under that name; anyone may have written it. */
export async function handedBefore(settings: SiteAddress, name: string): Promise<string | undefined> {
  return (await cookies()).get(cookieName(settings, name))?.value;
}

function cookieName(settings: SiteAddress, name: string): string {
  return isSecure(settings) ? `__Secure-${name}` : name;
}

function isSecure(settings: SiteAddress): boolean {
  return settings.appUrl.startsWith('https:');
}
