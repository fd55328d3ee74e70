import { LRUCache } from 'lru-cache';
import type { CacheEntry, CacheHandler } from 'next/cache';

/**
 * Next's store of 'use cache' results, in memory and bounded. It differs from the built-in one in
 * two ways, both so that unknown addresses cost no memory (T44): a result that says "nothing there"
 * is not kept, and what is kept is copied out of Node's slabs of 64 KiB, of which the built-in
 * store's small results each hold one whole without counting it.
 */

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_TAGS = 100_000;
/** A result below this is a null in React's wire format: as quickly asked for again as looked up. */
const WORTH_KEEPING_BYTES = 64;
/** What an entry takes besides its bytes and its key. */
const ENTRY_BYTES = 1_024;

type Kept = Omit<CacheEntry, 'value'> & { bytes: Uint8Array };

/** The store as Next calls it: see `cacheHandlers` in its documentation. `now` in milliseconds since 1970. */
export function createDataCache(
  now: () => number = () => performance.timeOrigin + performance.now(),
): CacheHandler {
  const results = new LRUCache<string, Kept>({
    maxSize: MAX_BYTES,
    sizeCalculation: (kept, key) => ENTRY_BYTES + kept.bytes.byteLength + key.length * 2,
  });
  const expired = new LRUCache<string, number>({ max: MAX_TAGS });
  /** Results on their way in: who asks for one meanwhile waits for it. */
  const arriving = new Map<string, Promise<void>>();

  async function keep(key: string, pending: Promise<CacheEntry>): Promise<void> {
    const { value, ...described } = await pending;
    const bytes = new Uint8Array(await new Response(value).arrayBuffer());
    if (described.expire === 0 || bytes.byteLength < WORTH_KEEPING_BYTES) results.delete(key);
    else results.set(key, { ...described, bytes });
  }

  return {
    async get(key: string): Promise<CacheEntry | undefined> {
      await arriving.get(key);
      const kept = results.get(key);
      if (!kept || now() > kept.timestamp + kept.revalidate * 1_000) return undefined;
      // A result that was begun before its tag was named may hold what was so until then.
      if (kept.tags.some((tag) => (expired.get(tag) ?? 0) >= kept.timestamp)) return undefined;
      const { bytes, ...described } = kept;
      return { ...described, value: streamOf(bytes) };
    },

    async set(key: string, pending: Promise<CacheEntry>): Promise<void> {
      // One that fails on its way is not kept; whoever asked for it is told of the failure by Next.
      const done = keep(key, pending).catch(() => undefined);
      arriving.set(key, done);
      await done;
      if (arriving.get(key) === done) arriving.delete(key);
    },

    async updateTags(tags: string[]): Promise<void> {
      for (const tag of tags) expired.set(tag, now());
    },

    async getExpiration(tags: string[]): Promise<number> {
      return Math.max(0, ...tags.map((tag) => expired.get(tag) ?? 0));
    },

    async refreshTags(): Promise<void> {},
  };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

export default createDataCache();
