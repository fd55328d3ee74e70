/**
 * The one parameter `next build` renders a cached page for. Nothing may be read from a database
 * while building, so pages with this parameter hold nothing, and at run time they are not found.
 */
export const PLACEHOLDER = '_';

/** What `generateStaticParams` of such a page returns. */
export function placeholderParams<Name extends string>(name: Name): Record<Name, string>[] {
  return [{ [name]: PLACEHOLDER } as Record<Name, string>];
}
