import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { hasTag } from '../lib/conditional.ts';
import { shortestCoding } from './codings.ts';
import { currentPage } from './page-cache.ts';
import { pathOf } from './request-path.ts';

type KeptAnswer = { status: number; headers: OutgoingHttpHeaders };

/**
 * The status and headers of pages that Next answered from the page cache, by their path. As long as such a
 * page stands in the cache, and nothing it shows has changed, the door sends it again by itself, which
 * is what makes most of a newspaper's answers cheap (ADR 002, docs/performance.md). The page itself stays
 * in the page cache.
 */
const answers = new LRUCache<string, KeptAnswer>({ max: 2_000 });

/** What tells by itself how long an answer is and how it is packed. */
const OF_ONE_BODY = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'date'];

/**
 * Sends the page that this request asks for, or says that who asks has it already, where Next would
 * only find it in the page cache. A page that is kept there whole has read no parameters, so it is the same
 * whatever an address says after its `?`: letters and other sites add what they like to count their readers.
 * False when Next has to be asked, and nothing was sent.
 */
export function sendKeptAnswer(request: IncomingMessage, response: ServerResponse): boolean {
  const kept = answers.get(pathOf(request));
  if (!kept || !asksForPage(request, kept.headers)) return false;
  const { status, headers } = kept;
  const etag = String(headers.etag);
  const coding = shortestCoding(request);
  const bytes = coding && currentPage(etag, coding);
  if (!bytes) return false;
  // Conditions are for what is there (RFC 9110, section 13.2.1).
  if (status === 200 && hasTag(request.headers['if-none-match'] ?? '', etag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  response.writeHead(status, {
    ...headers,
    'content-length': bytes.length,
    ...(coding !== 'identity' && { 'content-encoding': coding, etag: `W/${etag}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}

/** Keeps the status and headers of this answer of Next's to `path`, where it is a page from the page cache. */
export function keepAnswer(
  path: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' || response.getHeader('x-nextjs-cache') !== 'HIT') return;
  const etag = response.getHeader('etag');
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).filter(([name]) => !OF_ONE_BODY.includes(name)),
  );
  if (typeof etag === 'string' && asksForPage(request, headers)) answers.set(path, { status, headers });
}

/** True for a request for the page itself: it has none of the headers by which Next sends something else. */
function asksForPage({ method, headers }: IncomingMessage, { vary }: OutgoingHttpHeaders): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const telling = [vary]
    .flat()
    .join(',')
    .toLowerCase()
    .split(/\s*,\s*/);
  return telling.every((name) => name === 'accept-encoding' || !(name in headers));
}
