import type { Db } from '@/db/client.ts';
import { deleteExpiredSignIns } from '@/db/queries/accounts.ts';
import { deleteExpiredIntents } from '@/db/queries/follow-intents.ts';
import { deleteUnconfirmed } from '@/db/queries/newsletters.ts';
import { countEvent, deleteEndedWindows } from '@/db/queries/rate-limits.ts';
import { sweepReads } from '@/features/reads/reads.service.ts';
import { log } from '@/lib/log.ts';

import { deleteDueAccounts } from './deletion.service.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Clears away links, sessions, intents, counters, unanswered newsletter questions, what was read and
 * accounts that were asked to be deleted, once their time is over. At most once an hour over all servers, because it reads whole tables. What asks for it has
 * succeeded already, so a failure is logged and not thrown.
 */
export async function sweepExpired(db: Db, now = new Date()): Promise<void> {
  try {
    const { count } = await countEvent(db, 'sweep', new Date(now.getTime() + HOUR_MS), now);
    if (count > 1) return;
    await deleteExpiredIntents(db, now);
    await deleteExpiredSignIns(db, now);
    await deleteUnconfirmed(db, now);
    await deleteEndedWindows(db, now);
    await sweepReads(db, now);
    await deleteDueAccounts(db, now);
  } catch (error) {
    log.error({ err: error }, 'clearing away expired rows failed');
  }
}
