import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import sharp from 'sharp';

/** Photos larger than this are refused, in bytes. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
const SAMPLE_PX = 48;

/** What the site needs to know of a picture file. */
export type PhotoFacts = {
  /** Below `/media/`: `<12 hex digits of the SHA-256>/<file name>`. */
  path: string;
  /** In pixels, upright. */
  width: number;
  height: number;
  /** `#rrggbb` */
  dominantColour: string;
};

const FORMATS: Record<string, string[]> = {
  '.webp': ['webp'],
  '.jpg': ['jpeg'],
  '.jpeg': ['jpeg'],
  '.png': ['png'],
  '.avif': ['heif', 'avif'],
};

// Facts by file, good for as long as the file's times and size are the same. Who asks meanwhile waits for them too.
const known = new Map<string, { stamp: string; facts: Promise<PhotoFacts> }>();
// And by path, which names the bytes.
const recalled = new Map<string, PhotoFacts>();

/**
 * Takes over what is known of pictures from before: those with these paths are not decoded again (ADR 019). Should
 * facts be found out in another way one day, what is stored has to be brought up to it.
 */
export function recallPhotoFacts(facts: readonly PhotoFacts[]): void {
  for (const one of facts) recalled.set(one.path, one);
}

/**
 * The facts of the picture at `file`, from memory when the file has not changed.
 * @throws Error whose message says in a few words what is wrong with the file
 */
export async function readPhotoFacts(file: string): Promise<PhotoFacts> {
  const stats = await stat(file).catch(() => null);
  if (!stats?.isFile()) throw new Error('does not exist');
  if (stats.size > MAX_PHOTO_BYTES) throw new Error(`is larger than ${MAX_PHOTO_BYTES / 1024 / 1024} MB`);
  const stamp = `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.facts;
  const facts = readFile(file).then((bytes) => {
    const path = `${photoHash(bytes)}/${basename(file)}`;
    return recalled.get(path) ?? measure(path, bytes);
  });
  known.set(file, { stamp, facts });
  // What could not be read now may be another time.
  facts.catch(() => known.delete(file));
  return facts;
}

/** The first part of a photo's path: 12 hex digits of the SHA-256 of its bytes. */
export function photoHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

async function measure(path: string, bytes: Buffer): Promise<PhotoFacts> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format, autoOrient } = await image.metadata();
    if (!FORMATS[extname(path)]?.includes(format)) throw new Error(`is a ${format} file by its content`);
    const { data, info } = await image
      .resize(SAMPLE_PX, SAMPLE_PX, { fit: 'inside' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      path,
      width: autoOrient.width,
      height: autoOrient.height,
      dominantColour: dominantColour(data, info.channels),
    };
  } catch (error) {
    const words = (error as Error).message;
    throw new Error(words.startsWith('is a ') ? words : 'cannot be read as a picture', { cause: error });
  }
}

/** The average of the most frequent of 512 coarse colours (8 steps a channel). */
function dominantColour(pixels: Uint8Array, channels: number): string {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  for (let i = 0; i + channels <= pixels.length; i += channels) {
    const r = pixels[i] ?? 0;
    const g = channels < 3 ? r : (pixels[i + 1] ?? 0);
    const b = channels < 3 ? r : (pixels[i + 2] ?? 0);
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bin.count++;
    bin.sum[0] += r;
    bin.sum[1] += g;
    bin.sum[2] += b;
    bins.set(key, bin);
  }
  const [top] = [...bins.values()].sort((a, b) => b.count - a.count);
  if (!top) return '#808080';
  return `#${top.sum
    .map((sum) =>
      Math.round(sum / top.count)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
