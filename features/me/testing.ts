import type { Db } from '@/db/client.ts';
import { addSession } from '@/db/fixtures.ts';
import type { MeRow } from '@/db/queries/me.ts';
import { getMe } from './me.service.ts';

/** What the islands of this reader's pages are told. */
export async function meOf(db: Db, userId: string): Promise<MeRow> {
  const told = await getMe(db, await addSession(db, userId));
  if (!told) throw new Error('There is no such reader.');
  return told.me;
}
