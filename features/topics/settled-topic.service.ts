import type { Db, DbOrTx } from '@/db/client.ts';
import { tryHoldFollowers } from '@/db/queries/newsroom-locks.ts';
import type { TopicRow } from '@/db/queries/topics.ts';
import { AppError } from '@/lib/errors.ts';
import { findTopic } from './topics.service.ts';

/** How long one waits while a merge carries a topic's follows and mutes over, and how often one looks. */
const MERGE_PATIENCE_MS = 5_000;
const MERGE_PAUSE_MS = 200;
const MERGE_RETRY_SECONDS = 5;

/**
 * Does something about who follows or mutes a topic, before a merge carries them over or after it.
 * Waits for a merge without a connection: as many waiting readers as there are connections would
 * otherwise keep everyone else from reading.
 * @throws AppError `not_found`, `unavailable` when the merge takes longer than one waits
 */
export async function onSettledTopic(
  db: Db,
  slug: string,
  work: (tx: DbOrTx, topic: TopicRow) => Promise<void>,
): Promise<void> {
  for (const until = performance.now() + MERGE_PATIENCE_MS; performance.now() < until; ) {
    const isDone = await db.transaction(async (tx) => {
      const { id } = await findTopic(tx, slug);
      if (!(await tryHoldFollowers(tx, id))) return false;
      const topic = await findTopic(tx, slug);
      // Merged just before it was held: the next turn finds where it leads now.
      if (topic.id !== id) return false;
      await work(tx, topic);
      return true;
    });
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, MERGE_PAUSE_MS));
  }
  throw new AppError('unavailable', 'This topic is being merged. Try again in a moment.', {
    retryAfterSeconds: MERGE_RETRY_SECONDS,
  });
}
