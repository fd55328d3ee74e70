import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { contentSecurityPolicy } from './headers.ts';

/**
 * Next's cache of rendered pages and route answers, in memory and bounded. It differs from the
 * built-in one in three ways (ADR 002): the policy header with the hashes of the page's own inline
 * scripts, the page's ETag and the bytes of its HTML are worked out once, when the page enters; 404s are not
 * kept, so that unknown addresses cost neither memory nor files (T44); and a page whose data changed
 * while it was being rendered is not served again.
 */

const MAX_BYTES = 96 * 1024 * 1024;
const MAX_TAGS = 100_000;
/** What a page about nothing that exists says of itself (app/_server/describe.ts). */
const MISSING_MARK = '<meta name="page-status" content="404"/>';
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

type PageValue = {
  kind: string;
  html?: string;
  status?: number;
  postponed?: string;
  headers?: Record<string, string | string[]>;
  rscData?: Buffer;
  body?: Buffer;
  segmentData?: Map<string, Buffer>;
};
type Entry = {
  value: PageValue;
  /** Its HTML, as it is sent. */
  bytes: Buffer;
  lastModified: number;
  startedAt: number;
  tags: string[];
};
type Store = {
  /** The same of all pages, by their ETag. */
  bytes: Map<string, Buffer>;
  pages: LRUCache<string, Entry>;
  started: LRUCache<string, number>;
  expired: LRUCache<string, number>;
};

// One store per process: Next makes a handler per request and may load this module more than once.
const holder = globalThis as typeof globalThis & { yourGlobePageCache?: Store };
holder.yourGlobePageCache ??= {
  bytes: new Map(),
  pages: new LRUCache<string, Entry>({ maxSize: MAX_BYTES, sizeCalculation: sizeOf, dispose: forgetBytes }),
  started: new LRUCache<string, number>({ max: 10_000 }),
  expired: new LRUCache<string, number>({ max: MAX_TAGS }),
};
const store: Store = holder.yourGlobePageCache;

export default class PageCache {
  async get(key: string): Promise<{ value: PageValue; lastModified: number } | null> {
    const entry = store.pages.get(key);
    const isFresh = entry?.tags.every((tag) => (store.expired.get(tag) ?? 0) < entry.startedAt);
    if (entry && isFresh) return { value: entry.value, lastModified: entry.lastModified };
    // What is rendered now may only be kept if nothing it reads changes from here on.
    store.started.set(key, performance.now());
    return null;
  }

  async set(key: string, value: PageValue | null): Promise<void> {
    if (!value) {
      store.pages.delete(key);
      return;
    }
    if (value.kind === 'APP_PAGE' && value.html !== undefined && value.postponed === undefined) {
      if (String(value.html).includes(MISSING_MARK)) value.status = 404;
      // A request with a nonce has its policy already.
      if (isForOneRequest(value)) return;
      const isHttps = process.env.APP_URL?.startsWith('https:') ?? false;
      const policy = contentSecurityPolicy(inlineScriptHashes(String(value.html)), { isHttps });
      value.headers = { ...value.headers, 'content-security-policy': policy, etag: tagOf(value.html) };
    }
    if (value.status === 404) return;
    const bytes = Buffer.from(value.html ?? '');
    const tags = String(value.headers?.['x-next-cache-tags'] ?? '')
      .split(',')
      .filter(Boolean);
    const startedAt = store.started.get(key) ?? performance.now();
    store.pages.set(key, { value, bytes, tags, startedAt, lastModified: Date.now() });
    if (value.headers?.etag) store.bytes.set(String(value.headers.etag), bytes);
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    for (const tag of [tags].flat()) store.expired.set(tag, performance.now());
  }

  resetRequestCache(): void {}
}

/**
 * The bytes of the page in this cache that has this ETag, which names its content. Next hands over its text:
 * to make bytes of that for each answer took longer than the rest of the answer.
 */
export function bytesOfPage(etag: string): Buffer | undefined {
  return store.bytes.get(etag);
}

function forgetBytes({ value, bytes }: Entry): void {
  const etag = String(value.headers?.etag);
  // Another page with the same content may have come since.
  if (store.bytes.get(etag) === bytes) store.bytes.delete(etag);
}

/**
 * True for a page rendered with a nonce. Next renders its 404 page for whichever request comes
 * first, which may be a personal one; what was made for one request is not for the next.
 */
function isForOneRequest(value: PageValue): boolean {
  return value.html !== undefined && /<script[^>]*\snonce=/.test(String(value.html));
}

/** Next would work out its own for each answer, which took longer than the rest of the answer. */
function tagOf(html: string): string {
  return `"${createHash('sha256').update(html).digest('base64url')}"`;
}

/** The CSP sources that allow exactly the inline scripts of this page (CSP level 3, section 6.7.3). */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map((match) => match[1] ?? '');
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [...new Set(hashes)];
}

function sizeOf({ value, bytes }: Entry): number {
  const { html, rscData, body, segmentData } = value;
  const segments = [...(segmentData?.values() ?? [])].reduce((sum, part) => sum + part.length, 0);
  // Strings take two bytes a character at worst.
  return (
    1_024 + (html?.length ?? 0) * 2 + bytes.length + (rscData?.length ?? 0) + (body?.length ?? 0) + segments
  );
}
