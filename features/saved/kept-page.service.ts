import type { Db } from '@/db/client.ts';
import { headlineWords } from '@/db/queries/article-search.ts';
import type { KeptRow, KeptWanted } from '@/db/queries/kept-articles.ts';
import { decodePlace, encodePlace } from '@/lib/place-cursor.ts';
import { KEPT_PAGE_SIZE, type KeptPageDto } from './saved.dto.ts';

export type KeptDeps = { db: Db; secret: string };
/** `q` narrows the list to articles with all of its words; `cursor` comes from the page before, with the same `q`. */
export type KeptOptions = { cursor?: string | undefined; limit?: number; q?: string };
type KeptList = {
  name: 'saved' | 'history';
  since: Date;
  list(db: Db, userId: string, wanted: KeptWanted): Promise<KeptRow[]>;
};

/**
 * A page of what a reader has kept, by saving or by reading: visible articles only, the last kept first.
 * @throws AppError `bad_request` for a forged or foreign cursor
 */
export async function getKeptPage(
  { db, secret }: KeptDeps,
  userId: string,
  { name, since, list }: KeptList,
  { cursor, limit = KEPT_PAGE_SIZE, q = '' }: KeptOptions,
): Promise<KeptPageDto> {
  const scope = `${name}:${userId}:${q}`;
  const place = cursor === undefined ? null : decodePlace(secret, scope, cursor);
  const words = q.trim() === '' ? null : await headlineWords(db, q);
  const position = place && { keptAt: place.at, id: place.id };
  // One more than shown tells whether there is a next page.
  const rows = await list(db, userId, { position, limit: limit + 1, words, since });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id: _id, ...item }) => item) as KeptPageDto['items'],
    nextCursor:
      rows.length > limit && last
        ? encodePlace(secret, scope, { at: new Date(last.keptAt), id: last.id })
        : null,
  };
}

/** The moment something is kept at: `at` where an Undo names it, never later than `now`. */
export function keptMoment(now: Date, at: string | undefined): Date {
  const asked = at === undefined ? Number.NaN : Date.parse(at);
  return asked >= 0 && asked < now.getTime() ? new Date(asked) : now;
}
