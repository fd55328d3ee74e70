import type { Db } from '@/db/client.ts';
import { type KeptPosition, type KeptTable, listKept, listKeptTexts } from '@/db/queries/kept-articles.ts';
import { foldWords } from '@/lib/fold.ts';
import { decodePlace, encodePlace } from '@/lib/place-cursor.ts';
import { KEPT_PAGE_SIZE, type KeptPageDto } from './saved.dto.ts';

/** How many articles of a list are looked at for words in one go. */
const LOOKED_AT = 500;

export type KeptDeps = { db: Db; secret: string };
/**
 * `q` narrows the list to articles in whose headline or dek each of its words is a word or begins one,
 * accents and capitals aside; `cursor` comes from the page before, with the same `q`.
 */
export type KeptOptions = { cursor?: string | undefined; limit?: number; q?: string };
type KeptList = { table: KeptTable; since: Date };

/**
 * A page of what a reader has kept, by saving or by reading: visible articles only, the last kept first.
 * @throws AppError `bad_request` for a forged or foreign cursor
 */
export async function getKeptPage(
  { db, secret }: KeptDeps,
  userId: string,
  list: KeptList,
  { cursor, limit = KEPT_PAGE_SIZE, q = '' }: KeptOptions,
): Promise<KeptPageDto> {
  const scope = `${list.table}:${userId}:${q}`;
  const place = cursor === undefined ? null : decodePlace(secret, scope, cursor);
  const position = place && { keptAt: place.at, id: place.id };
  // One more than shown tells whether there is a next page.
  const wanted = { position, limit: limit + 1, since: list.since };
  const words = foldWords(q);
  const ids = words.length === 0 ? null : await findIds(db, userId, list, words, wanted);
  const rows = await listKept(db, list.table, userId, wanted, ids);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: shown.map(({ id: _id, ...item }) => item) as KeptPageDto['items'],
    nextCursor: hasMore ? encodePlace(secret, scope, { at: new Date(last.keptAt), id: last.id }) : null,
  };
}

/**
 * The first articles of a list with all of these words. Compared here and not by the database, whose
 * folding of words costs twenty times as much and would hold the embedded one up.
 */
async function findIds(
  db: Db,
  userId: string,
  { table, since }: KeptList,
  words: string[],
  wanted: { position: KeptPosition | null; limit: number },
): Promise<number[]> {
  const found: number[] = [];
  let position = wanted.position;
  for (;;) {
    const texts = await listKeptTexts(db, table, userId, { position, limit: LOOKED_AT, since });
    for (const { id, text } of texts) if (hasWords(text, words)) found.push(id);
    position = texts.at(-1) ?? null;
    if (found.length >= wanted.limit || texts.length < LOOKED_AT) return found.slice(0, wanted.limit);
  }
}

function hasWords(text: string, words: string[]): boolean {
  const there = foldWords(text);
  return words.every((word) => there.some((other) => other.startsWith(word)));
}

/** The moment something is kept at: `at` where an Undo names it, never later than `now`. */
export function keptMoment(now: Date, at: string | undefined): Date {
  const asked = at === undefined ? Number.NaN : Date.parse(at);
  return asked >= 0 && asked < now.getTime() ? new Date(asked) : now;
}
