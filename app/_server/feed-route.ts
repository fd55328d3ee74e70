import { connection } from 'next/server';
import { isUnchanged } from '@/lib/conditional.ts';
import { AppError } from '@/lib/errors.ts';
import { SHARED_HEADERS } from '@/lib/http.ts';
import { type CachedFeed, cachedFeed, type FeedFormat } from './cached-feeds.ts';
import { route } from './route.ts';

/** The media types of feeds. */
export const FEED_TYPES = {
  // Not application/rss+xml, which browsers save as a file instead of showing it.
  xml: 'text/xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

type Params = { params: Promise<{ slug: string }> };

/** The handler of the whole paper's feed. */
export function paperFeedRoute(format: FeedFormat) {
  return route(async (request: Request) => {
    // Without parameters it would be run by the build, which has no database.
    await connection();
    return answer(request, await cachedFeed({ kind: 'paper' }, format), format);
  });
}

/** The handler of a topic's or an author's feed. */
export function feedRoute(kind: 'topic' | 'author', format: FeedFormat) {
  return route(async (request: Request, { params }: Params) => {
    const { slug } = await params;
    return answer(request, await cachedFeed({ kind, slug }, format), format);
  });
}

function answer(
  request: Request,
  feed: CachedFeed | { movedTo: string } | null,
  format: FeedFormat,
): Response {
  if (!feed) throw new AppError('not_found', 'There is no such feed.');
  if ('movedTo' in feed) {
    return new Response(null, { status: 308, headers: { ...SHARED_HEADERS, Location: feed.movedTo } });
  }
  const lastModified = settledDate(feed.madeAt);
  const headers = {
    ...SHARED_HEADERS,
    ETag: feed.etag,
    ...(lastModified && { 'Last-Modified': lastModified.toUTCString() }),
  };
  if (isUnchanged(request, { etag: feed.etag, ...(lastModified && { lastModified }) })) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(feed.text, { headers: { ...headers, 'Content-Type': FEED_TYPES[format] } });
}

/**
 * The second in which a feed was made, once it has passed: until then another may be made in it, which
 * a date could not tell from this one (RFC 9110, section 8.8.2.2).
 */
function settledDate(madeAt: number): Date | null {
  const second = Math.floor(madeAt / 1_000) * 1_000;
  return Date.now() >= second + 1_000 ? new Date(second) : null;
}
