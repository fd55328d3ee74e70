import type { Db } from '@/db/client.ts';
import { deleteReadsAt, getKeepsHistory, putReads } from '@/db/queries/reads.ts';
import { AppError } from '@/lib/errors.ts';
import { decodeMarked, decodeShown, encodeMarked } from './cursor.ts';
import { type MarkedReadDto, READ_PAGES_MAX } from './feed.dto.ts';

type MarkDeps = { db: Db; secret: string };

/**
 * Marks as read, at `now`, the articles of feed pages the reader was shown, and no others (T46): `shown`
 * are the signed marks of those pages, with a space between each. What is read already keeps its time,
 * and what nobody can open any more stays unread.
 * @throws AppError `bad_request` for a forged or foreign mark, or too many; `conflict` for a reader who keeps
 *   no history
 */
export async function markShownRead(
  { db, secret }: MarkDeps,
  userId: string,
  shown: string,
  now: Date,
): Promise<MarkedReadDto> {
  const marks = shown.split(' ');
  if (marks.length > READ_PAGES_MAX) {
    throw new AppError('bad_request', `Mark up to ${READ_PAGES_MAX} pages as read at a time.`);
  }
  const articleIds = [...new Set(marks.flatMap((mark) => decodeShown(secret, userId, mark)))];
  if (!(await getKeepsHistory(db, userId))) {
    throw new AppError('conflict', 'Your reading history is off, so nothing is noted as read.');
  }
  const noted = await putReads(db, userId, articleIds, now);
  const marked = { articleIds: noted.map((row) => row.id), readAt: now };
  return { slugs: noted.map((row) => row.slug), undo: encodeMarked(secret, userId, marked) };
}

/**
 * Makes exactly those articles unread again that `markShownRead` marked. What the reader has opened since
 * stays read. Undoing twice is the same as once.
 * @throws AppError `bad_request` for a forged or foreign way back
 */
export async function unmarkRead({ db, secret }: MarkDeps, userId: string, undo: string): Promise<void> {
  const { articleIds, readAt } = decodeMarked(secret, userId, undo);
  await deleteReadsAt(db, userId, articleIds, readAt);
}

/** How many articles a way back makes unread; null when it is none of this reader's. */
export function countMarked(secret: string, userId: string, undo: string): number | null {
  try {
    return decodeMarked(secret, userId, undo).articleIds.length;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
