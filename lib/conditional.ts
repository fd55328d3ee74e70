/** What a copy of a resource is told by: its tag as it is sent, and when it was made. */
export type Validators = { etag: string; lastModified: Date };

/**
 * True when the request has this very copy (RFC 9110, section 13.2.2): by one of its tags, compared
 * weakly, or, only where it names none, by its date.
 */
export function isUnchanged(request: Request, { etag, lastModified }: Partial<Validators>): boolean {
  const tags = request.headers.get('if-none-match');
  if (tags !== null) return tags.trim() === '*' || (etag !== undefined && hasTag(tags, etag));
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return lastModified !== undefined && Math.floor(lastModified.getTime() / 1_000) * 1_000 <= since;
}

/** True when an If-None-Match names this tag, compared weakly. */
export function hasTag(ifNoneMatch: string, etag: string): boolean {
  return tagsIn(ifNoneMatch).includes(etag.replace(/^W\//, ''));
}

function tagsIn(list: string): string[] {
  return list.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
