import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Coding } from './codings.ts';
import { contentSecurityPolicy } from './headers.ts';
import { inOrderOfPainting } from './page-html.ts';

/**
 * Next's cache of rendered pages and route answers, in memory and bounded. It differs from the
 * built-in one in three ways (ADR 002): the policy header with the hashes of the page's own inline
 * scripts, the page's ETag and the bytes of its HTML are worked out once, when the page enters, so that
 * the door can send the page again by itself (kept-answers.ts); 404s are not kept, so that unknown
 * addresses cost neither memory nor files (T44); and a page whose data changed while it was being
 * rendered is not served again.
 */

const MAX_BYTES = 96 * 1024 * 1024;
const MAX_TAGS = 100_000;
/** Higher ones take many times as long for some percent. */
const BROTLI_QUALITY = 5;
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
/** How Next is to have a page made anew: after so many seconds, or only when it is told to. */
type Lifetime = { cacheControl?: { revalidate: number | false } };
type Entry = {
  key: string;
  /** Without its HTML: that would be kept twice. */
  value: PageValue;
  /** Its HTML, as it is sent, by the content coding. */
  bytes: { identity: Buffer } & { [coding in 'br' | 'gzip']?: Buffer | undefined };
  lastModified: number;
  freshUntil: number;
  startedAt: number;
  tags: string[];
};
type Store = {
  /** The whole pages by their ETag, and by their path. */
  tagged: Map<string, Entry>;
  placed: Map<string, Entry>;
  pages: LRUCache<string, Entry>;
  started: LRUCache<string, number>;
  expired: LRUCache<string, number>;
};

// One store per process: Next makes a handler per request and may load this module more than once.
const holder = globalThis as typeof globalThis & { yourGlobePageCache?: Store };
holder.yourGlobePageCache ??= {
  tagged: new Map(),
  placed: new Map(),
  pages: new LRUCache<string, Entry>({ maxSize: MAX_BYTES, sizeCalculation: sizeOf, dispose: forget }),
  started: new LRUCache<string, number>({ max: 10_000 }),
  expired: new LRUCache<string, number>({ max: MAX_TAGS }),
};
const store: Store = holder.yourGlobePageCache;

export default class PageCache {
  async get(key: string): Promise<{ value: PageValue; lastModified: number } | null> {
    const entry = store.pages.get(key);
    if (entry && stillHolds(entry)) return { value: withHtml(entry), lastModified: entry.lastModified };
    // What is rendered now may only be kept if nothing it reads changes from here on.
    store.started.set(key, performance.now());
    return null;
  }

  async set(key: string, value: PageValue | null, { cacheControl }: Lifetime = {}): Promise<void> {
    if (!value) {
      store.pages.delete(key);
      return;
    }
    if (value.kind === 'APP_PAGE' && value.html !== undefined && value.postponed === undefined) {
      if (String(value.html).includes(MISSING_MARK)) value.status = 404;
      // A request with a nonce has its policy already.
      if (isForOneRequest(value)) return;
      value.html = inOrderOfPainting(String(value.html));
      const isHttps = process.env.APP_URL?.startsWith('https:') ?? false;
      const policy = contentSecurityPolicy(inlineScriptHashes(value.html), { isHttps });
      value.headers = { ...value.headers, 'content-security-policy': policy, etag: tagOf(key, value.html) };
    }
    if (value.status === 404) return;
    const tags = String(value.headers?.['x-next-cache-tags'] ?? '')
      .split(',')
      .filter(Boolean);
    const lastModified = Date.now();
    const { html = '', ...rest } = value;
    const entry: Entry = {
      key,
      value: rest,
      bytes: { identity: Buffer.from(html) },
      tags,
      startedAt: store.started.get(key) ?? performance.now(),
      lastModified,
      freshUntil: lastModified + (cacheControl?.revalidate || Number.POSITIVE_INFINITY) * 1_000,
    };
    store.pages.set(key, entry);
    if (value.headers?.etag) {
      store.tagged.set(String(value.headers.etag), entry);
      store.placed.set(pathOfKey(key), entry);
    }
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    for (const tag of [tags].flat()) store.expired.set(tag, performance.now());
  }

  resetRequestCache(): void {}
}

/**
 * The bytes of the page in this cache that has this ETag, which names it and its content. Next hands
 * over its text: to make bytes of that for each answer took longer than the rest of the answer.
 */
export function bytesOfPage(etag: string): Buffer | undefined {
  return store.tagged.get(etag)?.bytes.identity;
}

/**
 * The same in this content coding, as long as Next need not be asked for the page: nothing it shows has
 * changed, and it is not due to be made anew. Undefined too while it is compressed, which is done once.
 */
export function currentPage(etag: string, coding: Coding): Buffer | undefined {
  const entry = store.tagged.get(etag);
  if (!entry || !stillHolds(entry) || Date.now() >= entry.freshUntil) return undefined;
  // What is asked for here is as recently used as what Next asks for.
  store.pages.get(entry.key);
  if (coding !== 'identity' && !(coding in entry.bytes)) void compress(entry, coding);
  return entry.bytes[coding];
}

/** True when Next has the whole page of this path here, the same for everyone, and nothing it shows has changed. */
export function isPageKept(path: string): boolean {
  const entry = store.placed.get(path);
  return entry !== undefined && stillHolds(entry);
}

async function compress({ bytes }: Entry, coding: 'br' | 'gzip'): Promise<void> {
  // Says that it is being done.
  bytes[coding] = undefined;
  bytes[coding] = await (coding === 'br'
    ? promisify(brotliCompress)(bytes.identity, {
        params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
      })
    : promisify(gzip)(bytes.identity));
}

function withHtml({ value, bytes }: Entry): PageValue {
  return value.kind === 'APP_PAGE' ? { ...value, html: bytes.identity.toString() } : value;
}

/** True as long as nothing it shows has changed. */
function stillHolds(entry: Entry): boolean {
  return entry.tags.every((tag) => (store.expired.get(tag) ?? 0) < entry.startedAt);
}

function forget(entry: Entry): void {
  const etag = String(entry.value.headers?.etag);
  const path = pathOfKey(entry.key);
  // The same page may have been made again with the same content.
  if (store.tagged.get(etag) === entry) store.tagged.delete(etag);
  if (store.placed.get(path) === entry) store.placed.delete(path);
}

/** Next's keys end with `$` and the path, below what names its build and route. */
function pathOfKey(key: string): string {
  return key.slice(key.indexOf('$') + 1);
}

/**
 * True for a page rendered with a nonce. Next renders its 404 page for whichever request comes
 * first, which may be a personal one; what was made for one request is not for the next.
 */
function isForOneRequest(value: PageValue): boolean {
  return value.html !== undefined && /<script[^>]*\snonce=/.test(String(value.html));
}

/**
 * Names the page and its content. Next would work out a tag of its own for each answer, which took longer than
 * the rest of the answer.
 */
function tagOf(key: string, html: string): string {
  return `"${createHash('sha256').update(`${key}\n${html}`).digest('base64url')}"`;
}

/** The CSP sources that allow exactly the inline scripts of this page (CSP level 3, section 6.7.3). */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map((match) => match[1] ?? '');
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [...new Set(hashes)];
}

function sizeOf({ value, bytes }: Entry): number {
  const { rscData, body, segmentData } = value;
  const segments = [...(segmentData?.values() ?? [])].reduce((sum, part) => sum + part.length, 0);
  // Compressed twice, text takes half of its bytes at most.
  const text = bytes.identity.length * 1.5;
  return Math.ceil(1_024 + text + (rscData?.length ?? 0) + (body?.length ?? 0) + segments);
}
