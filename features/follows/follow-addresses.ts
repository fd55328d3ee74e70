/** What is followed, as far as its addresses go. */
type Followed = { slug: string; kind: string };

/** Where a followed topic or author is read, by people and by feed readers. */
export function addressesOf({ slug, kind }: Followed, appUrl: string): { htmlUrl: string; xmlUrl: string } {
  const htmlUrl = `${appUrl}/${kind === 'author' ? 'author' : 'topic'}/${slug}`;
  return { htmlUrl, xmlUrl: `${htmlUrl}/feed.xml` };
}

/** The page or feed of a topic or author: `/topic/iran`, `/author/ann/feed.json`. */
const ADDRESS = /^\/(?:topic|author)\/([^/]+)(?:\/feed\.(?:xml|json))?\/?$/;

/**
 * The slug in the address of a page or feed, and whether the address is of another site, whose topics may
 * be called the same and be others. Null for what is no such address.
 */
export function slugIn(address: string, appUrl: string): { slug: string; isElsewhere: boolean } | null {
  if (!URL.canParse(address)) return null;
  const { pathname, host, protocol } = new URL(address);
  const [, slug] = (/^https?:$/.test(protocol) && ADDRESS.exec(pathname)) || [];
  if (!slug) return null;
  return { slug: slug.toLowerCase(), isElsewhere: host !== new URL(appUrl).host };
}
