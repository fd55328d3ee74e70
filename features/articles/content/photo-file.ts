import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MAX_PHOTO_BYTES, photoHash } from './photo-facts.ts';

const NAME = /^[a-z0-9][a-z0-9_-]{0,98}\.(?:webp|jpe?g|png|avif)$/;
const TYPES: Record<string, string> = {
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.avif': 'image/avif',
};

/**
 * The photo that `path` (the segments below `/media/`) names, or null when there is none. The hash
 * must be that of the bytes served, so that an address never shows another picture.
 */
export async function readPhoto(
  contentDir: string,
  path: readonly string[],
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; etag: string } | null> {
  const [hash, name, ...rest] = path;
  if (!hash || !name || rest.length > 0 || !/^[0-9a-f]{12}$/.test(hash) || !NAME.test(name)) return null;
  const file = photoFile(contentDir, name);
  const stats = await stat(file).catch(() => null);
  if (!stats?.isFile() || stats.size > MAX_PHOTO_BYTES) return null;
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || photoHash(bytes) !== hash) return null;
  return {
    bytes: new Uint8Array(bytes),
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    etag: `"${hash}"`,
  };
}

/** How many bytes the file of a published photo has (`src` begins with `/media/`), or null when it is gone. */
export async function photoBytes(contentDir: string, src: string): Promise<number | null> {
  const stats = await stat(photoFile(contentDir, basename(src))).catch(() => null);
  return stats?.isFile() ? stats.size : null;
}

function photoFile(contentDir: string, name: string): string {
  return join(contentDir, 'photos', name);
}
