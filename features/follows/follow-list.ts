import { AppError } from '@/lib/errors.ts';
import { isCleanText, parseJson } from '@/lib/http.ts';
import { addressesOf, slugIn } from './follow-addresses.ts';
import { type FollowListDto, followListFile } from './follow-list.dto.ts';
import type { FollowDto } from './follows.dto.ts';
import { readOpml, writeOpml } from './opml.ts';

/** One entry of a list: by what it may be found here, and what to call it if it is not. */
export type ListEntry = {
  label: string;
  slug: string | null;
  /** Looked for where the slug finds nothing; with `isElsewhere`, must be a name of what the slug finds. */
  name: string | null;
  /** True for an address of another site. */
  isElsewhere: boolean;
};

type Follows = Pick<FollowDto, 'slug' | 'name' | 'kind' | 'followedAt'>[];
type ListSite = { appUrl: string; name: string };

/** What a reader follows as OPML 2.0, which feed readers take. */
export function followsAsOpml(follows: Follows, site: ListSite, now: Date): string {
  const outlines = follows.map((follow) => ({ text: follow.name, ...addressesOf(follow, site.appUrl) }));
  return writeOpml(`What I follow at ${site.name}`, now, outlines);
}

/** The same as JSON, with the dates. */
export function followsAsJson(follows: Follows, site: ListSite, now: Date): FollowListDto {
  return {
    version: 1,
    site: site.appUrl,
    exportedAt: now.toISOString(),
    follows: follows.map((follow) => {
      const { slug, name, kind, followedAt } = follow;
      return { slug, name, kind, followedAt, ...addressesOf(follow, site.appUrl) };
    }),
  };
}

/** The entries of a list in either format, told apart by its first character. @throws AppError `bad_request` */
export function readFollowList(file: string, appUrl: string): ListEntry[] {
  const text = file.replace(/^\uFEFF?\s*/, '');
  if (!isCleanText(text)) {
    throw new AppError('bad_request', 'The file holds characters that cannot be stored.');
  }
  if (text.startsWith('<')) {
    return readOpml(text).map(({ text: name, xmlUrl, htmlUrl }) => toEntry(name, [xmlUrl, htmlUrl], appUrl));
  }
  if (!text.startsWith('{')) {
    throw new AppError(
      'bad_request',
      'The file is no list of feeds (OPML) and none of what is followed (JSON).',
    );
  }
  return parseJson(text, followListFile).follows.map(({ slug, name = '', xmlUrl = '' }) =>
    slug
      ? { label: name || slug, slug: slug.toLowerCase(), name: name || null, isElsewhere: false }
      : toEntry(name, [xmlUrl], appUrl),
  );
}

/** An address says what is meant; where there is none, the name does. */
function toEntry(name: string, addresses: string[], appUrl: string): ListEntry {
  const given = addresses.filter(Boolean);
  const [place] = given.flatMap((address) => slugIn(address, appUrl) ?? []);
  const label = name.trim() || given[0] || 'An entry without a name';
  if (place) return { label, ...place, name: name || null };
  // The feed of somebody else, whatever it is called.
  const isNamed = given.length === 0 && name !== '';
  return { label, slug: null, name: isNamed ? name : null, isElsewhere: false };
}
