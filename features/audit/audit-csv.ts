import { csvRow } from '@/lib/csv.ts';
import type { AuditEntryDto } from './audit.dto.ts';

const COLUMNS: [heading: string, cell: (entry: AuditEntryDto) => string][] = [
  ['number', (entry) => String(entry.id)],
  ['at', (entry) => entry.at],
  ['person', (entry) => entry.actor.name],
  ['action', (entry) => entry.action],
  ['subject', (entry) => entry.subject],
  ['key', (entry) => entry.subjectKey],
  ['name', (entry) => entry.subjectName],
  ['before', (entry) => (entry.before ? JSON.stringify(entry.before) : '')],
  ['after', (entry) => (entry.after ? JSON.stringify(entry.after) : '')],
];

/**
 * The log as CSV (RFC 4180): a header row, then a row an entry, in pieces as the batches come.
 * `before` and `after` are JSON.
 */
export async function* auditCsv(batches: AsyncIterable<AuditEntryDto[]>): AsyncGenerator<string, void> {
  yield csvRow(COLUMNS.map(([heading]) => heading));
  for await (const entries of batches) {
    yield entries.map((entry) => csvRow(COLUMNS.map(([, cell]) => cell(entry)))).join('');
  }
}
