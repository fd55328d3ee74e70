import type { AuditEntryDto } from './audit.dto.ts';

/** What became of one field: what is gone and what has come. Either may be empty, not both. */
export type Difference = { field: string; removed: string[]; added: string[] };

type State = AuditEntryDto['before'];

/** What an entry changed, field by field, in the order of its fields; what is the same on both sides is left out. */
export function differences(before: State, after: State): Difference[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((field) => {
    const [old, now] = [wordsOf(before?.[field]), wordsOf(after?.[field])];
    if (old.join('\n') === now.join('\n')) return [];
    const removed = old.filter((word) => !now.includes(word));
    const added = now.filter((word) => !old.includes(word));
    // Of a list that was put into another order nothing is gone: then all of it is shown.
    const isReordered = removed.length === 0 && added.length === 0;
    return [isReordered ? { field, removed: old, added: now } : { field, removed, added }];
  });
}

/** A value as words: one for each item of a list, none for nothing. */
function wordsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
}
