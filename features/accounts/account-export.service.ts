import type { DbOrTx } from '@/db/client.ts';
import { collectAccount } from '@/db/queries/account-export.ts';
import { AppError } from '@/lib/errors.ts';

/**
 * All that is kept about a reader, as one JSON document. Its `follows` can be imported again.
 * @throws AppError `not_signed_in` when there is no such reader
 */
export async function exportAccount(db: DbOrTx, userId: string, site: string, now: Date): Promise<string> {
  const all = await collectAccount(db, userId);
  if (!all) throw new AppError('not_signed_in', 'Sign in first.');
  return JSON.stringify({ version: 1, site, exportedAt: now.toISOString(), ...all }, null, 2);
}
