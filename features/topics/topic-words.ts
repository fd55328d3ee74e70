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

/** "1 article", "12 articles". */
export function formatArticles(count: number): string {
  return count === 1 ? '1 article' : `${formatCount(count)} articles`;
}
