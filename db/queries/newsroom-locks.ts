import { sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';

/**
 * Locks of the database that are held to the end of the transaction. Whoever takes several takes
 * them in the order they stand in here.
 */

/** Held by whoever changes topics or what articles are about: folder, editors, merges take turns. */
const NEWSROOM_LOCK = 71013;
/** Held alone by merges and their undoing, together by whoever writes follows and mutes. */
const MERGE_LOCK = 71014;

/** Waits until no other transaction changes topics or articles; others wait from here on. */
export async function lockNewsroom(tx: DbOrTx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(NEWSROOM_LOCK))})`);
}

/** Waits until no follow or mute is being written; they wait from here on. */
export async function lockMerges(tx: DbOrTx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(MERGE_LOCK))})`);
}

/** Keeps topics from being merged until the transaction ends, so that no follow or mute is left on a merged one. */
export async function holdMerges(tx: DbOrTx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${sql.raw(String(MERGE_LOCK))})`);
}
