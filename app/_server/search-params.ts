/** What Next gives a page of its query string: anything may be there, repeated or not. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const MAX_LENGTH = 4_000;

/** One query parameter: the last if repeated, undefined when it is missing, empty, huge or not text. */
export function oneParam(params: Awaited<SearchParams>, name: string): string | undefined {
  const given = params[name];
  const value = Array.isArray(given) ? given.at(-1) : given;
  if (!value || value.length > MAX_LENGTH || !value.isWellFormed() || value.includes('\0')) return undefined;
  return value;
}

/** The same as it was given, whatever it holds, for what says itself what is wrong with it; '' when it is missing. */
export function givenParam(params: Awaited<SearchParams>, name: string): string {
  const given = params[name];
  return (Array.isArray(given) ? given.at(-1) : given) ?? '';
}

/** A path of this site, which may have a query, with those further query parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const present = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(present).toString();
  return search ? `${path}${path.includes('?') ? '&' : '?'}${search}` : path;
}
