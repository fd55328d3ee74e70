import type { IncomingHttpHeaders } from 'node:http';

const MAX_URL_LENGTH = 8_192;
const MAX_BODY_BYTES = 1_048_576;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Everything but the API (and the tools of Next's development server) is only ever read. */
const READ_METHODS = ['GET', 'HEAD'];
const WRITABLE_PREFIXES = ['/api/', '/__nextjs'];
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** Routes that take a bearer key instead of a cookie; nothing there reads the session. */
const BEARER_PREFIXES = ['/api/internal/', '/api/ingest/'];

type Incoming = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };
/** `allow` is the Allow header that a 405 carries. */
export type Refusal = { status: number; message: string; allow?: string };

/**
 * What is refused before anything of the application sees it: addresses that cannot be decoded
 * (T2) or would be read as another address further in (T13), hosts that are not ours in local mode
 * (T27), writes from other origins (T16) or to what can only be read, and bodies too large for any
 * route (T24). Null when the request may pass.
 */
export function refuse(
  request: Incoming,
  site: { mode: 'local' | 'server'; appUrl: string },
): Refusal | null {
  const { method = 'GET', url = '/', headers } = request;
  if (!METHODS.includes(method)) {
    return { status: 405, message: 'This method is not supported.', allow: METHODS.join(', ') };
  }
  if (url.length > MAX_URL_LENGTH) return { status: 414, message: 'This address is too long.' };
  if (!isPlainAddress(url)) return { status: 400, message: 'This address is not valid.' };
  if (site.mode === 'local' && !isLocalHost(headers.host)) {
    return { status: 421, message: 'In local mode the site answers at localhost only.' };
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    return { status: 413, message: 'This is more than can be taken.' };
  }
  if (!SAFE_METHODS.includes(method) && !isFromHere(url, headers, site)) {
    return { status: 403, message: 'This request does not come from a page of this site.' };
  }
  if (!READ_METHODS.includes(method) && !WRITABLE_PREFIXES.some((prefix) => url.startsWith(prefix))) {
    return { status: 405, message: 'This address can only be read.', allow: READ_METHODS.join(', ') };
  }
  return null;
}

/** The site's own origin for this request: the configured one, or in local mode the host it came to. */
function ownOrigin(headers: IncomingHttpHeaders, site: { mode: 'local' | 'server'; appUrl: string }): string {
  return site.mode === 'server' ? new URL(site.appUrl).origin : `http://${headers.host}`;
}

function isFromHere(
  url: string,
  headers: IncomingHttpHeaders,
  site: { mode: 'local' | 'server'; appUrl: string },
) {
  const hasKey = /^Bearer \S/.test(headers.authorization ?? '');
  if (hasKey && BEARER_PREFIXES.some((prefix) => url.startsWith(prefix))) return true;
  return headers.origin === ownOrigin(headers, site);
}

function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && LOCAL_HOSTS.includes(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Dot segments and backslashes, which no browser sends, are resolved only further in: the address
 * checked at the door would not be the one that is answered.
 */
function isPlainAddress(url: string): boolean {
  if (!url.startsWith('/') || url.includes('#')) return false;
  const [path = ''] = url.split('?');
  try {
    return path.split('/').every((raw) => {
      const segment = decodeURIComponent(raw);
      return segment !== '.' && segment !== '..' && !/[\0\\]/.test(segment);
    });
  } catch {
    return false;
  }
}

/**
 * The network address a request came from: the socket's, or with `trustedProxies` proxies in front
 * the entry of X-Forwarded-For that the outermost of them wrote. Entries before it are the client's claim.
 */
export function clientAddress(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const socket = socketAddress ?? '';
  if (trustedProxies === 0) return socket;
  const chain = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return chain.at(-trustedProxies) ?? socket;
}
