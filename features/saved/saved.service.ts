import type { Db } from '@/db/client.ts';
import { findVisibleArticle } from '@/db/queries/articles.ts';
import { lockUser } from '@/db/queries/follows.ts';
import { addSave, countSaves, deleteSave, hasSave } from '@/db/queries/saves.ts';
import { AppError } from '@/lib/errors.ts';
import { getKeptPage, type KeptDeps, type KeptOptions } from './kept-page.service.ts';
import { type KeptPageDto, SAVE_LIMIT } from './saved.dto.ts';

/**
 * Saves an article for the reader, at `savedAt`; saving again changes nothing.
 * @throws AppError `not_found` for an article that readers cannot open (T20), `limit_reached`,
 *   `not_signed_in` (no such reader)
 */
export async function saveArticle(db: Db, userId: string, slug: string, savedAt: Date): Promise<void> {
  const articleId = await visibleArticle(db, slug);
  await db.transaction(async (tx) => {
    if (!(await lockUser(tx, userId))) throw new AppError('not_signed_in', 'Sign in to save articles.');
    if (await hasSave(tx, userId, articleId)) return;
    if ((await countSaves(tx, userId)) >= SAVE_LIMIT) {
      const most = SAVE_LIMIT.toLocaleString('en');
      throw new AppError('limit_reached', `You can save up to ${most} articles. Remove some first.`);
    }
    await addSave(tx, userId, articleId, savedAt);
  });
}

/** Takes an article out of what the reader saved; twice is the same as once. @throws AppError `not_found` */
export async function removeSaved(db: Db, userId: string, slug: string): Promise<void> {
  await deleteSave(db, userId, await visibleArticle(db, slug));
}

/** A page of what the reader saved, the last saved first. @throws AppError `bad_request` for a foreign cursor */
export async function getSavedPage(
  deps: KeptDeps,
  userId: string,
  options: KeptOptions = {},
): Promise<KeptPageDto> {
  return getKeptPage(deps, userId, { table: 'saves', since: new Date(0) }, options);
}

async function visibleArticle(db: Db, slug: string): Promise<number> {
  const id = await findVisibleArticle(db, slug);
  if (id === null) throw new AppError('not_found', 'There is no article with this address.');
  return id;
}
