import { SITE } from '@/content/site.ts';

/** Top-level topics in the paper's own order of sections; others after them, as they came. */
export function inPaperOrder<T extends { slug: string }>(topics: T[]): T[] {
  const place = (topic: T) => {
    const index = SITE.sections.findIndex((section) => section.slug === topic.slug);
    return index === -1 ? SITE.sections.length : index;
  };
  return topics.toSorted((a, b) => place(a) - place(b));
}
