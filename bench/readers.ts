import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client.ts';
import { hashToken } from '@/lib/tokens.ts';
import { topicOf } from './newsroom.ts';

/** Kinds of readers the feed is measured for: how many topics they follow, and which. */
export const READER_CLASSES = [
  { name: 'no follows', follows: 0, isRare: false },
  { name: '3 rare topics', follows: 3, isRare: true },
  { name: '20 follows', follows: 20, isRare: false },
  { name: '200 follows', follows: 200, isRare: false },
  { name: '500 follows', follows: 500, isRare: false },
] as const;
export type ReaderClass = (typeof READER_CLASSES)[number];

/** How many readers there are of each kind, so that no page is measured that was just read. */
const READERS_EACH = 20;
/** A rare topic has this many articles at most. */
const RARE = 12;
/** Some topics are drawn several times. */
const DRAWS = 4;
const HOURS_AWAY = 48;

/** Tokens of sessions, by the reader's kind and number; made up, and only on databases of measurements. */
export const sessionToken = (place: number, n: number) => `bench-session-${place}-${n}-`.padEnd(43, 'x');
export const editorToken = 'bench-session-editor-'.padEnd(43, 'x');
const EDITOR = '01900000-0000-7000-9000-000000000001';

/** Reader ids of a kind. */
export function readersOf({ name }: ReaderClass): string[] {
  const place = READER_CLASSES.findIndex((candidate) => candidate.name === name);
  return Array.from({ length: READERS_EACH }, (_, n) => idOf(place, n));
}

/**
 * Adds the readers of each kind with a session, and an editor, to a newsroom of so many topics made by `seedNewsroom`.
 * They were here two days before the newest article. A kind for which there are too few topics follows
 * them all. What is there already stays.
 */
export async function addReaders(db: Db, topics: number): Promise<void> {
  for (const [place, kind] of READER_CLASSES.entries()) {
    for (const [n, id] of readersOf(kind).entries()) {
      await addUser(db, id, 'reader', sessionToken(place, n));
      await db.execute(sql`
        insert into visits (user_id, seen_up_to)
        select ${id}, max(first_visible_at) - make_interval(hours => ${HOURS_AWAY}) from articles
        on conflict do nothing`);
      if (kind.follows > 0) await addFollows(db, id, kind, place * READERS_EACH + n, topics);
    }
  }
  await addUser(db, EDITOR, 'editor', editorToken);
  await db.execute(sql`analyze follows`);
}

async function addUser(db: Db, id: string, role: string, token: string): Promise<void> {
  await db.execute(sql`
    insert into users (id, name, email, role, created_at)
    values (${id}, 'Bench', ${`${id}@example.com`}, ${role}, now() - interval '1 year') on conflict do nothing`);
  await db.execute(sql`
    insert into sessions (token_hash, user_id, expires) values (${hashToken(token)}, ${id}, now() + interval '30 days')
    on conflict (token_hash) do update set expires = excluded.expires`);
}

/** Drawn as the follows of all readers are, and the same each time; rare topics by a hash from all there are. */
async function addFollows(
  db: Db,
  id: string,
  kind: ReaderClass,
  salt: number,
  topics: number,
): Promise<void> {
  const rare = sql`
    select c.topic_id from topic_counts c where c.article_count between 1 and ${RARE}
    order by md5(c.topic_id::text || ${String(salt)}) limit ${kind.follows}`;
  const usual = sql`
    select t.id from generate_series(1, ${kind.follows * DRAWS}) k
    join topics t on t.slug = ${sql.raw(topicOf(`${salt} * 100003::bigint + k`, { topics }))}
    group by t.id order by min(k) limit ${kind.follows}`;
  await db.execute(sql`
    insert into follows (user_id, topic_id) select ${id}, topic_id
    from (${kind.isRare ? rare : usual}) drawn (topic_id) on conflict do nothing`);
}

function idOf(place: number, n: number): string {
  return `01900000-0000-7000-8${place + 1}00-${n.toString(16).padStart(12, '0')}`;
}
