import type { Db } from '@/db/client.ts';
import {
  hasReaderFigures,
  type InsightDays,
  type InsightKey,
  type InsightRow,
  listInsights,
  listInsightTop,
} from '@/db/queries/insights.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { AppError } from '@/lib/errors.ts';
import { fold } from '@/lib/fold.ts';
import { sign, verify } from '@/lib/tokens.ts';
import { freshenFigures } from './figures.service.ts';
import type { InsightsDto, InsightsFileQuery, InsightsQuery, TopicInsightDto } from './topic-insights.dto.ts';

const PAGE_SIZE = 50;
const LIST_SIZE = 10;
const PLOTTED_EACH = 40;
const FILE_BATCH = 1_000;
/** Figures stay for an hour, so that watching them does not show one reader come (ADR 008). */
const KEPT_MS = 60 * 60_000;

/**
 * Demand against coverage: the two lists, what is drawn, and a page of the table.
 * @throws AppError `bad_request` for a cursor that was not made here for this sort and these filters;
 *   `not_signed_in`, `forbidden`
 */
export async function getInsights(
  { db, secret }: { db: Db; secret: string },
  userId: string,
  query: InsightsQuery,
): Promise<InsightsDto> {
  await requireStaff(db, userId, 'editor');
  const after = query.cursor ? decodeCursor(secret, query) : null;
  const countedAt = await freshenFigures(db, 'topic_insights', KEPT_MS);
  const days = daysOf(query);
  const [hasReaders, notCovered, notFollowed, mostFollowed, mostCovered, rows] = await Promise.all([
    hasReaderFigures(db),
    listInsightTop(db, 'notCovered', days, LIST_SIZE),
    listInsightTop(db, 'notFollowed', days, LIST_SIZE),
    listInsightTop(db, 'mostFollowed', days, PLOTTED_EACH),
    listInsightTop(db, 'mostCovered', days, PLOTTED_EACH),
    listInsights(db, { days, ...sortOf(query), ...filterOf(query), after, limit: PAGE_SIZE + 1 }),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    days,
    hasReaders,
    notCovered: notCovered.map(toDto),
    notFollowed: notFollowed.map(toDto),
    plotted: eachOnce([...mostFollowed, ...mostCovered]).map(toDto),
    topics: shown.map(toDto),
    nextCursor: last ? sign(secret, purpose(query), JSON.stringify([last.key, last.id])) : null,
    countedAt: countedAt?.toISOString() ?? null,
  };
}

/**
 * All topics the filter lets in, by name, read in batches as they are asked for.
 * @throws AppError `not_signed_in`, `forbidden` at once, before the first batch
 */
export async function exportInsights(
  db: Db,
  userId: string,
  query: InsightsFileQuery,
  batch = FILE_BATCH,
): Promise<AsyncGenerator<TopicInsightDto[], void>> {
  await requireStaff(db, userId, 'editor');
  await freshenFigures(db, 'topic_insights', KEPT_MS);
  return batches(db, query, batch);
}

async function* batches(db: Db, query: InsightsFileQuery, limit: number) {
  const options = { days: daysOf(query), key: 'name', isDescending: false, ...filterOf(query) } as const;
  for (let after: { key: string | number; id: number } | null | undefined = null; after !== undefined; ) {
    const rows: InsightRow[] = await listInsights(db, { ...options, after, limit });
    if (rows.length > 0) yield rows.map(toDto);
    after = rows.length < limit ? undefined : rows.at(-1);
  }
}

/** The span a query asks for, in days. */
export function daysOf({ days }: Pick<InsightsQuery, 'days'>): InsightDays {
  return Number(days || 28) as InsightDays;
}

function sortOf({ sort }: InsightsQuery): { key: InsightKey; isDescending: boolean } {
  return { key: (sort.replace('-', '') || 'name') as InsightKey, isDescending: sort.startsWith('-') };
}

function filterOf({ q, kind }: InsightsFileQuery) {
  return { needle: fold(q), kind: kind || null };
}

function eachOnce(rows: InsightRow[]): InsightRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Under the signature, so that a cursor of another list, sort or filter is refused (T18). */
function purpose({ q, kind, days, sort }: InsightsQuery): string {
  return `insights:v1:${JSON.stringify([q, kind, days, sort])}`;
}

function decodeCursor(secret: string, query: InsightsQuery): { key: string | number; id: number } {
  const payload = verify(secret, purpose(query), query.cursor);
  if (payload === null)
    throw new AppError('bad_request', 'This cursor is not valid here. Start from the first page.');
  const [key, id] = JSON.parse(payload) as [string | number, number];
  return { key, id };
}

function toDto({ id: _id, key: _key, ...row }: InsightRow): TopicInsightDto {
  return row;
}
