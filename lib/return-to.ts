const MAX_LENGTH = 2_000;
/** Stands for our own site while parsing; never part of a result. */
const ORIGIN = 'http://site.invalid';

/**
 * Where to send a reader afterwards: a path on this site, or `/` for anything that is not plainly
 * one. Browsers read `//host`, `/\host`, `/<tab>/host` and `/.//host` as other sites, so the
 * answer is checked as written, as parsed, and again with its percent-encoding taken away once.
 */
export function safeReturnTo(input: unknown): string {
  if (typeof input !== 'string' || input.length > MAX_LENGTH || !input.isWellFormed()) return '/';
  const path = localPath(input);
  if (path === null) return '/';
  const decoded = decodeOnce(path);
  if (decoded === null || localPath(decoded) === null) return '/';
  return path;
}

/** The normalised path, query and fragment of a string a browser would resolve within this site. */
function localPath(text: string): string | null {
  if (!/^\/(?![/\\])/.test(text) || hasTrap(text)) return null;
  if (!URL.canParse(text, ORIGIN)) return null;
  const url = new URL(text, ORIGIN);
  // Dot segments can leave a path that starts with two slashes: `/.//host`.
  if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}

/** Backslashes, which browsers read as slashes, and control characters, which they drop. */
function hasTrap(text: string): boolean {
  return /[\\\p{Cc}]/u.test(text);
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed percent-encoding (`%ff`, `%`) would be an error wherever it is decoded next.
    return null;
  }
}
