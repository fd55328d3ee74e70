import { eq, lte, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { followIntents } from '../schema.ts';

/**
 * Keeps a follow for whoever opens the link of `tokenHash`. The slug may be one the topic had
 * before; an unknown or retired topic keeps nothing.
 */
export async function addFollowIntent(
  db: DbOrTx,
  tokenHash: string,
  slug: string,
  expiresAt: Date,
): Promise<void> {
  await db.execute(sql`
    insert into follow_intents (token_hash, topic_id, expires_at)
    select ${tokenHash}, t.id, ${expiresAt.toISOString()}::timestamptz from topics t
    where t.retired_at is null and (t.slug = ${slug}
      or t.id = (select r.topic_id from topic_redirects r where r.slug = ${slug}))
    on conflict do nothing`);
}

/**
 * Turns the follows kept for a link into follows of the user, up to `room` of them, and forgets
 * the rest. Those already followed stay as they are.
 */
export async function takeFollowIntents(
  db: DbOrTx,
  tokenHash: string,
  userId: string,
  room: number,
): Promise<void> {
  if (room > 0) {
    await db.execute(sql`
      insert into follows (user_id, topic_id)
      select ${userId}::uuid, i.topic_id from follow_intents i join topics t on t.id = i.topic_id
      where i.token_hash = ${tokenHash} and t.retired_at is null
        and not exists (select 1 from follows f where f.user_id = ${userId}::uuid and f.topic_id = i.topic_id)
      order by i.topic_id limit ${room}
      on conflict do nothing`);
  }
  await db.delete(followIntents).where(eq(followIntents.tokenHash, tokenHash));
}

/** Clears away intents whose link is past its time. */
export async function deleteExpiredIntents(db: DbOrTx, now: Date): Promise<void> {
  await db.delete(followIntents).where(lte(followIntents.expiresAt, now));
}
