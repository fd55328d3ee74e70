/** What folding looks at; a feed's items have it. */
type Foldable = { slug: string; reasons: readonly { slug: string; name: string }[] };

/** One place in the feed: an article, or those of a run that are folded away, of one topic alone. */
export type FeedEntry<Item> =
  | { kind: 'article'; item: Item }
  | { kind: 'fold'; topic: { slug: string; name: string }; items: Item[] };

/** How many articles of a run are shown before the rest of it is folded. */
export const RUN_SHOWN = 3;

/**
 * The feed as it is shown to whom one topic must not fill the page (ADR 010). A run is consecutive
 * articles that one and the same followed topic alone justifies; its first three are shown, and what
 * comes after is folded. Whether an article is shown depends on what stands above it and on nothing
 * else, so that a page loaded below moves nothing: at most it makes the last fold larger. All items
 * are in the entries, in their order.
 */
export function foldFeed<Item extends Foldable>(items: readonly Item[]): FeedEntry<Item>[] {
  const entries: FeedEntry<Item>[] = [];
  let runSlug: string | null = null;
  let runLength = 0;
  for (const item of items) {
    const topic = item.reasons.length === 1 ? item.reasons[0] : undefined;
    runLength = topic && topic.slug === runSlug ? runLength + 1 : 1;
    runSlug = topic?.slug ?? null;
    const last = entries.at(-1);
    if (!topic || runLength <= RUN_SHOWN) entries.push({ kind: 'article', item });
    else if (last?.kind === 'fold' && runLength > RUN_SHOWN + 1) last.items.push(item);
    else entries.push({ kind: 'fold', topic, items: [item] });
  }
  return entries;
}

/** The feed without folds: everything, strictly by time. */
export function listEntries<Item>(items: readonly Item[]): FeedEntry<Item>[] {
  return items.map((item) => ({ kind: 'article', item }));
}

/** So many articles in the last fold, and the pages that come make it larger and nothing else. */
const FLOOD = 40;

/** True when what is loaded next may go unseen into a closed fold at the end; `opened` are slugs in open ones. */
export function isFlooded(entries: readonly FeedEntry<Foldable>[], opened: ReadonlySet<string>): boolean {
  const last = entries.at(-1);
  return last?.kind === 'fold' && last.items.length >= FLOOD && !isOpen(last, opened);
}

/** A fold is open when any of its articles was in one the reader opened: it may have grown since. */
export function isOpen(fold: { items: readonly Foldable[] }, opened: ReadonlySet<string>): boolean {
  return fold.items.some((item) => opened.has(item.slug));
}
