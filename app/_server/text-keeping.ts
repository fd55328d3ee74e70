import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextKeeping } from '@/features/articles/content/kept-texts.ts';

/** Where this server keeps what it parsed; undefined while it is developed, when what parses may change at any time. */
export async function textKeeping(dataDir: string): Promise<TextKeeping | undefined> {
  if (process.env.NODE_ENV !== 'production') return undefined;
  const path = join(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  const build = await readFile(path, 'utf8').catch(() => null);
  return build ? { file: join(dataDir, 'parsed-texts'), build } : undefined;
}
