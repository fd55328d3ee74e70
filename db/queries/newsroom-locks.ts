import { sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';

/**
 * Locks of the database that are held to the end of the transaction. Whoever takes several takes
 * them in the order they stand in here.
 */

/** Held by whoever changes topics or what articles are about: folder, editors, merges take turns. */
const NEWSROOM_LOCK = 71013;
/**
 * One for each topic, with its id: held alone by a merge of the topic and its undoing while they carry
 * follows and mutes over, together by whoever follows or mutes the topic or stops.
 */
const FOLLOWERS_LOCK = 71014;
/** Ids beyond what a lock's second number holds share a lock with another topic, which harms nothing. */
const LOCK_NUMBERS = 2_147_483_648;

/** Waits until no other transaction changes topics or articles; others wait from here on. */
export async function lockNewsroom(tx: DbOrTx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(NEWSROOM_LOCK))})`);
}

/** Waits until no follow or mute of these topics is being written; those that come wait from here on. */
export async function lockFollowers(tx: DbOrTx, topicIds: number[]): Promise<void> {
  for (const id of inOrder(topicIds)) await tx.execute(sql`select pg_advisory_xact_lock(${numbersOf(id)})`);
}

/** Keeps these topics' follows and mutes where they are until the transaction ends; waits for a merge. */
export async function holdFollowers(tx: DbOrTx, topicIds: number[]): Promise<void> {
  for (const id of inOrder(topicIds))
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${numbersOf(id)})`);
}

/** The same for one topic without waiting: false while a merge carries its follows and mutes over. */
export async function tryHoldFollowers(tx: DbOrTx, topicId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ isHeld: boolean }>(
    sql`select pg_try_advisory_xact_lock_shared(${numbersOf(topicId)}) as "isHeld"`,
  );
  return rows[0]?.isHeld ?? false;
}

/** The same for several topics: false where any of them is being merged. */
export async function tryHoldAllFollowers(tx: DbOrTx, topicIds: number[]): Promise<boolean> {
  const numbers = sql.raw(`array[${inOrder(topicIds).join(',')}]::int[]`);
  const { rows } = await tx.execute<{ isHeld: boolean }>(
    sql`select coalesce(bool_and(pg_try_advisory_xact_lock_shared(${sql.raw(String(FOLLOWERS_LOCK))}, n)), true) as "isHeld"
        from unnest(${numbers}) n`,
  );
  return rows[0]?.isHeld ?? false;
}

/** Always the same order, or two that wait for each other's topics would wait for ever. */
function inOrder(topicIds: number[]): number[] {
  return [...new Set(topicIds.map((id) => id % LOCK_NUMBERS))].sort((a, b) => a - b);
}

function numbersOf(topicId: number) {
  return sql.raw(`${FOLLOWERS_LOCK}, ${topicId % LOCK_NUMBERS}`);
}
