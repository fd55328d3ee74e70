import { createHash } from 'node:crypto';
import { EARLY_SCRIPT } from '../lib/early-script.ts';

/** How long caches outside (a CDN, a proxy) may keep a page and a 404, in seconds. */
const SHARED_PAGE_SECONDS = 60;
const SHARED_404_SECONDS = 10;

/** Pages that are about one reader, or of endless addresses (searches, which no cache should fill up with), rendered for each request with a nonce of their own. */
const PERSONAL_PREFIXES = [
  '/following',
  '/saved',
  '/history',
  '/account',
  '/signin',
  '/admin',
  '/mailbox',
  '/follow',
  '/newsletters',
  '/search',
];

/** The source that allows the one inline script of ours, where nonces allow the others. */
export const EARLY_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(EARLY_SCRIPT).digest('base64')}'`;

/** True for the paths whose pages are personal: nonce in the CSP, stored by nobody. */
export function isPersonalPath(path: string): boolean {
  return PERSONAL_PREFIXES.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/**
 * The content security policy. `scripts` are the extra sources of `script-src`: a nonce for pages
 * rendered per request, hashes for pages in the page cache, nothing for all else.
 */
export function contentSecurityPolicy(
  scripts: string[],
  options: { isHttps: boolean; isDev?: boolean },
): string {
  const dev = options.isDev ? ["'unsafe-eval'"] : [];
  return [
    "default-src 'none'",
    `script-src 'self' ${[...scripts, ...dev].join(' ')}`.trim(),
    // Attributes only: focal points and placeholder colours are style attributes; no inline sheet is.
    options.isDev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${options.isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(options.isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** A header of personal pages: no site that opened one has a hold on its window, nor shares its process (ADR 021). */
export const OWN_WINDOW: [name: string, value: string] = ['Cross-Origin-Opener-Policy', 'same-origin'];

/** Headers of every answer, whatever it is (T26). */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: that makes the Origin of form posts null, which we refuse.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/**
 * The Cache-Control to send in place of Next's for a page from its cache. Our own cache is told by
 * tag when something changes; caches outside are not, so they may keep little, and for a short time.
 */
export function sharedCacheControl(status: number): string {
  if (status === 404) return `public, max-age=0, s-maxage=${SHARED_404_SECONDS}`;
  if (status < 400) return `public, max-age=0, s-maxage=${SHARED_PAGE_SECONDS}`;
  return 'no-store';
}
