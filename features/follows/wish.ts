/**
 * What a visitor wanted to follow before signing in, kept in this browser until the first page
 * after it, so that the page can say that it was done. The follow itself travels with the mailed link.
 */
const KEY = 'wish';
const MAX_AGE_MS = 15 * 60_000;

type Wish = { slug: string; name: string; at: number };

/** Notes the wish. Where storage is off, nothing is said later; nothing else changes. */
export function rememberWish(slug: string, name: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ slug, name, at: Date.now() } satisfies Wish));
  } catch {
    // Storage may be full or forbidden.
  }
}

/** The name of the topic wished for if it is `slug` and recent, once. */
export function takeWish(slug: string): string | null {
  try {
    const wish = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Wish | null;
    if (wish?.slug !== slug) return null;
    localStorage.removeItem(KEY);
    return Date.now() - wish.at < MAX_AGE_MS ? wish.name : null;
  } catch {
    return null;
  }
}
