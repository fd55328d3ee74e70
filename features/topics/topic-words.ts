/** What the kinds of topics are called in the newsroom. */
export const KIND_NAMES: Record<string, string> = {
  section: 'Section',
  topic: 'Topic',
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
};

/** A figure with its thousands apart: "12,345". */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
