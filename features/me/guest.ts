import { GUEST_FOLLOW_LIMIT } from './guest-limit.ts';
import type { MeDto } from './me.dto.ts';
import { VISITOR } from './visitor.ts';

/** A topic or author, as far as a button knows it. */
export type GuestFollow = { slug: string; name: string };

/** What a reader without an account follows, kept in this browser alone. */
export type Guest = {
  /** The last chosen last; at most `GUEST_FOLLOW_LIMIT`. */
  follows: GuestFollow[];
  /** How far they have seen their feed, an instant the server named; null before they have. */
  seenUpTo: string | null;
  /** The same as islands take it. */
  me: MeDto;
};

const KEY = 'guest';
const SLUG = /^[a-z0-9-]{1,100}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MAX_NAME_LENGTH = 200;

export const NO_GUEST: Guest = { follows: [], seenUpTo: null, me: VISITOR };

let read: { text: string | null; guest: Guest } = { text: null, guest: NO_GUEST };

/**
 * What this browser keeps; the same object until it changes. Anyone may have written there: what is
 * not ours is passed over.
 */
export function readGuest(): Guest {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Storage is forbidden: nothing is kept.
  }
  if (text !== read.text) read = { text, guest: text === null ? NO_GUEST : parse(text) };
  return read.guest;
}

function parse(text: string): Guest {
  let kept: { follows?: unknown; seenUpTo?: unknown } | null = null;
  try {
    kept = JSON.parse(text);
  } catch {
    // Not ours.
  }
  const found = new Map<string, string>();
  for (const follow of Array.isArray(kept?.follows) ? kept.follows : []) {
    const { slug, name } = Object(follow);
    if (typeof slug !== 'string' || !SLUG.test(slug) || found.size >= GUEST_FOLLOW_LIMIT) continue;
    const isName = typeof name === 'string' && name !== '' && name.length <= MAX_NAME_LENGTH;
    found.set(slug, isName ? name : slug);
  }
  if (found.size === 0) return NO_GUEST;
  const seen = kept?.seenUpTo;
  return {
    follows: [...found].map(([slug, name]) => ({ slug, name })),
    seenUpTo: typeof seen === 'string' && INSTANT.test(seen) ? seen : null,
    me: { ...VISITOR, followedTopics: [...found.keys()] },
  };
}

/** Keeps this in place of what is kept; who follows nothing leaves nothing behind. @throws when storage is refused */
export function writeGuest(follows: GuestFollow[], seenUpTo: string | null): void {
  if (follows.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify({ follows, seenUpTo }));
  // Browsers tell the other tabs alone.
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
}

/** For `useSyncExternalStore`: changes here and in other tabs, and a page that comes back from the browser's memory. */
export function subscribeToGuest(onChange: () => void): () => void {
  // What is there and not ours, not even in part, is of no use to anyone.
  if (readGuest() === NO_GUEST && read.text !== null) localStorage.removeItem(KEY);
  window.addEventListener('storage', onChange);
  window.addEventListener('pageshow', onChange);
  return () => {
    window.removeEventListener('storage', onChange);
    window.removeEventListener('pageshow', onChange);
  };
}

/** Why a topic could not be followed without an account: as many are kept as can be, or the browser keeps nothing. */
export type GuestRefusal = 'full' | 'refused';

/** Follows or unfollows without an account. Returns why not, if not. */
export function followAsGuest(topic: GuestFollow, isWanted: boolean): GuestRefusal | null {
  const { follows, seenUpTo } = readGuest();
  const others = follows.filter(({ slug }) => slug !== topic.slug);
  if (isWanted && others.length >= GUEST_FOLLOW_LIMIT) return 'full';
  try {
    writeGuest(isWanted ? [...others, topic] : others, seenUpTo);
    return null;
  } catch {
    return 'refused';
  }
}
