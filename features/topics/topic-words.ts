/** What the kinds of topics are called in the newsroom. */
export const KIND_NAMES: Record<string, string> = {
  section: 'Section',
  topic: 'Topic',
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
};

/** What has become of an article that readers do not see. */
export const STATE_NAMES: Record<string, string> = { scheduled: 'scheduled', withdrawn: 'withdrawn' };

/** What the server says of a field or a request, as a sentence. */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** What the server says of a topic that was chosen, as a sentence about it. */
export function sayOfChosen(name: string, why: string): string {
  return sentence(why.startsWith(name) ? why : `${name} ${why}`);
}

/** A figure with its thousands apart: "12,345". */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** What stands for a figure about fewer than ten readers, none included. */
export const UNDER_TEN = 'under 10';

/** Readers, rounded down to tens: "120+"; null is under ten. */
export function formatReaders(count: number | null): string {
  return count === null ? UNDER_TEN : `${formatCount(count)}+`;
}

/** "1 article", "2,000 articles". */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "1 article", "12 articles". */
export function formatArticles(count: number): string {
  return counted(count, 'article', 'articles');
}
