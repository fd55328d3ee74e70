import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../lib/errors.ts';

/**
 * Takes the data folder for this process alone and returns the release. PGlite has no lock of its
 * own and two processes on one folder corrupt it. The lock is SQLite's exclusive file lock, which
 * the system drops when the process dies, however it dies: no stale lock to clean up.
 * @throws AppError `conflict` when another process has it
 */
export function lockDataDir(dir: string): () => void {
  const lock = new DatabaseSync(join(dir, 'lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (error) {
    lock.close();
    throw new AppError(
      'conflict',
      `The data folder ${dir} is in use by another process of Your Globe. Stop that one first, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  return () => lock.close();
}
