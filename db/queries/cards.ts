import { LRUCache } from 'lru-cache';
import { type Db, runNamed } from '../client.ts';
import { cardPairs, iso } from './article-card.ts';

/**
 * Articles as a feed shows them, which is the same for everyone, kept in memory (ADR 015): a statement about a
 * reader tells which articles and by what right, and the version of each card; only cards that are not at hand in
 * that version are read.
 */

type Link = { slug: string; name: string };
export type Card = {
  slug: string;
  headline: string;
  dek: string;
  publishedAt: string;
  updatedAt: string | null;
  firstVisibleAt: string;
  photo: unknown;
  authors: Link[];
  section: Link;
  topics: Link[];
};
type KeptCard = {
  id: number;
  version: string;
  card: Card;
  /** All an article is in, authors and ancestors included, the closest first: the order of reasons. */
  isIn: (Link & { id: number })[];
};

/** Cards kept of each database. What readers' feeds begin with is among the newest; at some 2 kB each. */
const MOST = 2_000;

/** By the database's client, since a process may have several; on globalThis as the context is (app/_server/context.ts). */
const holder = globalThis as typeof globalThis & {
  yourGlobeCards?: WeakMap<object, LRUCache<number, KeptCard>>;
};
holder.yourGlobeCards ??= new WeakMap();
const keptOf = holder.yourGlobeCards;

/**
 * SQL text for the version of a card; `a` is the alias of the articles row. A change of what is shown writes that
 * row, which `xmin` tells, or names another topic or author, which `names_version` tells. Both are seen in the
 * statement's own snapshot, so that a version that is asked for is never older than what else is told with it.
 */
export const cardVersion = (a: string) => `${a}.xmin::text || '.' || (select version from names_version)`;

const LIST_CARDS = `
select a.id, ${cardVersion('a')} as version,
  json_build_object('firstVisibleAt', ${iso('a.first_visible_at')}, ${cardPairs('a')}) as card,
  coalesce((
    select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name)
      order by at.is_direct desc, at.position, t.name)
    from article_topics at join topics t on t.id = at.topic_id where at.article_id = a.id), '[]') as "isIn"
from articles a where a.id = any((select $1::text)::bigint[]) and a.is_visible`;

/**
 * The cards of these articles in the version that was seen of them, or a newer one, by id. One that has been
 * taken out of the paper since is missing.
 */
export async function loadFeedCards(
  db: Db,
  wanted: { id: number; version: string }[],
): Promise<Map<number, KeptCard>> {
  const kept = cardsOf(db);
  const found = new Map<number, KeptCard>();
  const missing: number[] = [];
  for (const { id, version } of wanted) {
    const card = kept.get(id);
    if (card?.version === version) found.set(id, card);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const card of await readFeedCards(db, missing)) {
    kept.set(card.id, card);
    found.set(card.id, card);
  }
  return found;
}

/** The cards of these articles as the database has them now; of those that are not visible none. */
export async function readFeedCards(db: Db, ids: number[]): Promise<KeptCard[]> {
  return runNamed<KeptCard>(db, 'list_cards', LIST_CARDS, [`{${ids.join(',')}}`]);
}

function cardsOf(db: Db): LRUCache<number, KeptCard> {
  const kept = keptOf.get(db.$client) ?? new LRUCache<number, KeptCard>({ max: MOST });
  keptOf.set(db.$client, kept);
  return kept;
}
