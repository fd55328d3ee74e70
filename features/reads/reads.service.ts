import type { Db, DbOrTx } from '@/db/client.ts';
import { findVisibleArticle } from '@/db/queries/articles.ts';
import {
  type ArticleMarks,
  deleteRead,
  deleteReadsBefore,
  deleteReadsOf,
  getKeepsHistory,
  getMarks,
  putRead,
  setKeepsHistory,
} from '@/db/queries/reads.ts';
import { getKeptPage, type KeptDeps, type KeptOptions } from '@/features/saved/kept-page.service.ts';
import type { KeptPageDto } from '@/features/saved/saved.dto.ts';
import { AppError } from '@/lib/errors.ts';

/** How long an article stays in a history after it was read last. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Notes that the reader has read an article, at `readAt`, unless they keep no history. Reading it again
 * makes it the last one read.
 * @throws AppError `not_found` for an article that readers cannot open (T20)
 */
export async function markRead(db: Db, userId: string, slug: string, readAt: Date): Promise<void> {
  await putRead(db, userId, await visibleArticle(db, slug), readAt);
}

/** Takes an article out of the reader's history; twice is the same as once. @throws AppError `not_found` */
export async function forgetRead(db: Db, userId: string, slug: string): Promise<void> {
  await deleteRead(db, userId, await visibleArticle(db, slug));
}

/**
 * What the reader has done with an article: whether they saved it and read it, and whether it was
 * changed since in a way they should know of. Nothing of all that where there is no such article.
 */
export async function getArticleMarks(db: Db, userId: string, slug: string): Promise<ArticleMarks> {
  return getMarks(db, userId, slug);
}

/**
 * A page of the reader's history at `now`, the last read first; it goes back 90 days.
 * @throws AppError `bad_request` for a forged or foreign cursor
 */
export async function getHistoryPage(
  deps: KeptDeps,
  userId: string,
  now: Date,
  options: KeptOptions = {},
): Promise<KeptPageDto> {
  const since = new Date(now.getTime() - KEPT_MS);
  return getKeptPage(deps, userId, { table: 'reads', since }, options);
}

/** Forgets all the reader has read; what they read next is noted as before. */
export async function clearHistory(db: Db, userId: string): Promise<void> {
  await deleteReadsOf(db, userId);
}

/** Whether what the reader opens is noted. */
export async function keepsHistory(db: Db, userId: string): Promise<boolean> {
  return getKeepsHistory(db, userId);
}

/** From now on a history is kept, or none: then what there is of it is deleted at once. */
export async function keepHistory(db: Db, userId: string, isWanted: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    await setKeepsHistory(tx, userId, isWanted);
    if (!isWanted) await deleteReadsOf(tx, userId);
  });
}

/** Clears away what was read last more than 90 days ago. */
export async function sweepReads(db: DbOrTx, now: Date): Promise<void> {
  await deleteReadsBefore(db, new Date(now.getTime() - KEPT_MS));
}

async function visibleArticle(db: Db, slug: string): Promise<number> {
  const id = await findVisibleArticle(db, slug);
  if (id === null) throw new AppError('not_found', 'There is no article with this address.');
  return id;
}
