import { type GuestFollow, readGuest, writeGuest } from './guest.ts';

/** What is done to what this browser keeps of a reader without an account, but for following. Not on every page. */

/** Notes that the feed was seen up to an instant that the server named; never back. */
export function keepGuestSeen(upTo: string): void {
  const { follows, seenUpTo } = readGuest();
  if (seenUpTo === null || upTo > seenUpTo) keep(follows, upTo);
}

/** Takes over what the slugs kept here lead to now: renamed and merged topics, and their names. */
export function mendGuest(places: (GuestFollow & { asked: string })[]): void {
  const { follows, seenUpTo } = readGuest();
  const known = new Map(places.map(({ asked, slug, name }) => [asked, { slug, name }]));
  const mended = follows.map((follow) => known.get(follow.slug) ?? follow);
  if (JSON.stringify(mended) !== JSON.stringify(follows)) keep(unique(mended), seenUpTo);
}

/** Lets go of these, which the account has now, or does not take. */
export function releaseGuest(slugs: string[]): void {
  const { follows, seenUpTo } = readGuest();
  keep(
    follows.filter(({ slug }) => !slugs.includes(slug)),
    seenUpTo,
  );
}

const unique = (follows: GuestFollow[]) => [
  ...new Map(follows.map((follow) => [follow.slug, follow])).values(),
];

function keep(follows: GuestFollow[], seenUpTo: string | null): void {
  try {
    writeGuest(follows, seenUpTo);
  } catch {
    // Storage is refused meanwhile: it stays as it was.
  }
}
