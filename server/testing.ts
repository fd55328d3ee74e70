type Kept = { clear(): void };
type Holder = { yourGlobePageCache?: { pages: Kept; started: Kept; expired: Kept } };

/** Forgets every page and what has changed: test files share a process, and in it there is one page cache. */
export function emptyPageCache(): void {
  const { pages, started, expired } = (globalThis as Holder).yourGlobePageCache ?? {};
  for (const kept of [pages, started, expired]) kept?.clear();
}
