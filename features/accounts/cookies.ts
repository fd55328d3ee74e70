import type { Settings } from '@/lib/settings.ts';

/** How long a session lives, on the server and in the cookie. */
export const SESSION_SECONDS = 60 * 24 * 60 * 60;

/** Readable by scripts and without identity: tells static pages that asking `/api/me` is worth it. */
const HINT_COOKIE = 'signed-in';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

type SiteAddress = Pick<Settings, 'appUrl'>;

/** The `Set-Cookie` values that sign this browser in. */
export function sessionCookies(settings: SiteAddress, sessionToken: string): string[] {
  return [
    setCookie(settings, sessionCookieName(settings), sessionToken, SESSION_SECONDS, { isHttpOnly: true }),
    setCookie(settings, HINT_COOKIE, '1', SESSION_SECONDS, { isHttpOnly: false }),
  ];
}

/** The `Set-Cookie` values that take both cookies away. */
export function clearedCookies(settings: SiteAddress): string[] {
  return [
    setCookie(settings, sessionCookieName(settings), '', 0, { isHttpOnly: true }),
    setCookie(settings, HINT_COOKIE, '', 0, { isHttpOnly: false }),
  ];
}

/** The session token in a `Cookie` header, or null when there is none of the right shape. */
export function readSessionToken(cookieHeader: string, settings: SiteAddress): string | null {
  const prefix = `${sessionCookieName(settings)}=`;
  for (const pair of cookieHeader.split(';')) {
    const cookie = pair.trim();
    if (!cookie.startsWith(prefix)) continue;
    const value = cookie.slice(prefix.length);
    return TOKEN.test(value) ? value : null;
  }
  return null;
}

/** `__Host-` makes browsers refuse the cookie from a subdomain or over http (RFC 6265bis §4.1.3.2). */
function sessionCookieName(settings: SiteAddress): string {
  return isSecure(settings) ? '__Host-session' : 'session';
}

function setCookie(
  settings: SiteAddress,
  name: string,
  value: string,
  maxAgeSeconds: number,
  { isHttpOnly }: { isHttpOnly: boolean },
): string {
  const attributes = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'SameSite=Lax'];
  if (isHttpOnly) attributes.push('HttpOnly');
  if (isSecure(settings)) attributes.push('Secure');
  return attributes.join('; ');
}

function isSecure(settings: SiteAddress): boolean {
  return settings.appUrl.startsWith('https:');
}
