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
