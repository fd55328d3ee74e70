/** Lists of slugs as one text that is another when one of them is: in whatever order they come. */
export function followsFingerprint(lists: Record<'followed' | 'snoozed' | 'muted', string[]>): string {
  return [lists.followed, lists.snoozed, lists.muted].map((slugs) => slugs.toSorted().join(' ')).join('|');
}
