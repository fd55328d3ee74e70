import { LRUCache } from 'lru-cache';
import { AppError } from '@/lib/errors.ts';

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_WAITING = 20;
const RETRY_SECONDS = 5;

type Picture = Uint8Array<ArrayBuffer>;

/**
 * Keeps drawn pictures by name, the most recently asked for in 16 MB of memory, and draws one at a
 * time: whoever asks for one that is being drawn waits for it.
 */
export class PreviewStore {
  readonly #pictures = new LRUCache<string, Picture>({
    maxSize: MAX_BYTES,
    sizeCalculation: (picture) => picture.byteLength,
  });
  readonly #drawing = new Map<string, Promise<Picture>>();
  #last: Promise<unknown> = Promise.resolve();

  /**
   * The picture of this name, drawn by `draw` unless it is there already.
   * @throws AppError `unavailable` while more wait to be drawn than can be soon
   */
  async get(name: string, draw: () => Promise<Picture>): Promise<Picture> {
    const known = this.#pictures.get(name) ?? this.#drawing.get(name);
    if (known) return known;
    if (this.#drawing.size >= MAX_WAITING) {
      throw new AppError('unavailable', 'Too many pictures are being drawn.', {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    const turn = this.#last.then(draw);
    this.#last = turn.catch(() => undefined);
    this.#drawing.set(name, turn);
    try {
      const picture = await turn;
      this.#pictures.set(name, picture);
      return picture;
    } finally {
      this.#drawing.delete(name);
    }
  }
}
