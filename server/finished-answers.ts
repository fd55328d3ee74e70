import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasTag } from '../lib/conditional.ts';
import { isPersonalPath, sharedCacheControl } from './headers.ts';
import { keepAnswer, sendKeptAnswer } from './kept-answers.ts';
import { bytesOfPage } from './page-cache.ts';
import { pathOf } from './request-path.ts';

/** An address that no route has. */
const NOTHING = '/_/_';

/**
 * Sends the page that says there is nothing, or makes this a request for it, which Next has made once, and returns
 * false: to render one for each address that nothing has would let whoever wished keep the site busy. `response` is
 * one that `finishAnswer` sees.
 */
export function sendNothing(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = '/', query] = (request.url ?? '').split('?');
  request.url = query === undefined ? NOTHING : `${NOTHING}?${query}`;
  // Under a personal path it is sent with headers of its own.
  return !isPersonalPath(path) && sendKeptAnswer(request, response);
}

/**
 * Sees what Next answers last: answers without a policy of their own get the strictest (a page from the
 * page cache brings one, and Next would only add to what is set before), Next's `s-maxage` of a month
 * becomes what caches outside may keep, and nothing under a personal path is kept (T28). A page from the
 * page cache is sent as the bytes that are kept with it, in place of its text.
 */
export function finishAnswer(request: IncomingMessage, response: ServerResponse, strictPolicy: string): void {
  // As it was asked for: what is nobody's here is asked of Next under another address (scripts/serve.ts).
  const path = pathOf(request);
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    let status = typeof args[0] === 'number' ? args[0] : response.statusCode;
    const isNothing = status === 404 && pathOf(request) === NOTHING;
    finishHeaders(path, isNothing, response, status, strictPolicy);
    if (status === 200) keepAnswer(path, status, request, response);
    if (isNothing && !isPersonalPath(path)) keepAnswer(NOTHING, status, request, response);
    // Node sends no body with a 304, whatever is written.
    if (status === 200 && isHeldAlready(request, response)) status = 304;
    return writeHead(status, ...args.slice(1));
  }) as typeof response.writeHead;

  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]) => {
    const tag = response.getHeader('ETag');
    if (typeof args[0] === 'string' && typeof tag === 'string') args[0] = bytesOfPage(tag) ?? args[0];
    return end(...args);
  }) as typeof response.end;
}

function finishHeaders(
  path: string,
  isNothing: boolean,
  response: ServerResponse,
  status: number,
  strictPolicy: string,
): void {
  const caching = String(response.getHeader('Cache-Control') ?? '');
  if (isPersonalPath(path)) {
    // The frame of a personal page, which the router fetches ahead, is nobody's; but no cache need tell them apart.
    if (!caching.includes('no-store')) response.setHeader('Cache-Control', 'private, no-store');
  } else if (caching.startsWith('s-maxage') || isNothing) {
    response.setHeader('Cache-Control', sharedCacheControl(status));
  }
  // A private feed's address is a secret: what is opened from it is not told where from.
  if (path.startsWith('/feeds/')) response.setHeader('Referrer-Policy', 'no-referrer');
  // Browsers obey all of several policies. The page cache's is the later one, and that of what is sent.
  // A redirect that the page cache kept comes with its Location, to which Next adds the same again.
  for (const name of ['Content-Security-Policy', 'Location']) {
    const given = response.getHeader(name);
    if (Array.isArray(given)) response.setHeader(name, given.at(-1) ?? '');
  }
  const isImage = path === '/_next/image';
  // Next gives resized images a policy too, without what keeps them out of frames.
  if (isImage || !response.hasHeader('Content-Security-Policy')) {
    response.setHeader('Content-Security-Policy', isImage ? `${strictPolicy}; sandbox` : strictPolicy);
  }
  // What the router fetches of a page is another text than the page.
  if (String(response.getHeader('Content-Type')).startsWith('text/x-component'))
    response.removeHeader('ETag');
}

/** True for a cached page that who asks has already. */
function isHeldAlready(request: IncomingMessage, response: ServerResponse): boolean {
  const type = String(response.getHeader('Content-Type') ?? '');
  const tag = response.getHeader('ETag');
  const asked = request.headers['if-none-match'];
  if (typeof tag !== 'string' || !asked || !type.startsWith('text/html') || !hasTag(asked, tag)) return false;
  response.removeHeader('Content-Length');
  return true;
}
