/** The caches of the service worker. Those that hold what a reader opened go with their session. */
export const CACHES = {
  pages: 'pages',
  answers: 'answers',
  pictures: 'pictures',
  code: 'code',
  shell: 'shell',
};

/** Shown for a page that is not kept. */
export const OFFLINE_PATH = '/offline';

const KEPT = /^\/(?:|following|saved|topics|(?:article|topic|author)\/[\w%.-]+)$/;

/** True for the pages that are kept when they are opened: articles and the lists that lead to them. */
export function isKeptPath(path: string): boolean {
  return KEPT.test(path);
}

/** The article to go to for a page of one of its photos, which is not kept: the article has them all. Else null. */
export function articleOfPhoto(path: string): string | null {
  return /^(\/article\/[\w%.-]+)\/photo\/\d+$/.exec(path)?.[1] ?? null;
}

const CODE = /(?:\/_next\/)?(static\/(?:chunks|media)\/[\w.~-]+)/g;

/** The addresses of the scripts, sheets and fonts that a page names, or a script that loads others on demand. */
export function codeOf(text: string): string[] {
  return [...new Set([...text.matchAll(CODE)].map(([, path]) => `/_next/${path}`))];
}

/** The title of a kept page without the name of the paper; null where it has none. */
export function titleOf(html: string): string | null {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.split(' · ')[0];
  if (!title) return null;
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
  return title.replace(
    /&([a-z]+|#x?[\da-f]+);/gi,
    (whole, name: string) => names[name.toLowerCase()] ?? whole,
  );
}
