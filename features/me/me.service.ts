import type { Db } from '@/db/client.ts';
import { findMe, type MeRow } from '@/db/queries/me.ts';

/** What the reader follows, mutes and has snoozed, by slug, and their new-count (100 stands for 100 or more). */
export async function getMe(db: Db, userId: string): Promise<MeRow> {
  return findMe(db, userId);
}
