/** A small perceptual fingerprint: a 64-bit difference hash of a 9 x 8 grey picture, and the average colour. */
export const HASH_W = 9;
export const HASH_H = 8;

export type Fingerprint = { hash: bigint; average: [number, number, number] };

/** The 64-bit difference hash of 72 grey bytes (9 a row, 8 rows): each bit says whether a pixel is brighter than its right neighbour. */
export function perceptualHash(rawGrey: Uint8Array): bigint {
  if (rawGrey.length !== HASH_W * HASH_H) throw new Error(`expected ${HASH_W * HASH_H} grey bytes, got ${rawGrey.length}`);
  let hash = 0n;
  for (let y = 0; y < HASH_H; y++) {
    for (let x = 0; x < HASH_W - 1; x++) {
      hash = (hash << 1n) | (rawGrey[y * HASH_W + x]! > rawGrey[y * HASH_W + x + 1]! ? 1n : 0n);
    }
  }
  return hash;
}

/** The average colour of raw RGB bytes. */
export function averageColour(rawRgb: Uint8Array): [number, number, number] {
  const sum = [0, 0, 0];
  for (let i = 0; i + 2 < rawRgb.length; i += 3) for (let c = 0; c < 3; c++) sum[c]! += rawRgb[i + c]!;
  const count = Math.max(1, Math.floor(rawRgb.length / 3));
  return [sum[0]! / count, sum[1]! / count, sum[2]! / count];
}

/** How many of the 64 bits differ. */
export function hammingDistance(a: bigint, b: bigint): number {
  let bits = 0;
  for (let x = a ^ b; x; x >>= 1n) bits += Number(x & 1n);
  return bits;
}

/** The distance of two colours in RGB, 0 to about 442. */
export function colourDistance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
}

/** Whether two pictures look alike: few differing bits, or nearly so and of the same average colour. */
export function looksAlike(a: Fingerprint, b: Fingerprint): boolean {
  const bits = hammingDistance(a.hash, b.hash);
  return bits < 6 || (bits < 10 && colourDistance(a.average, b.average) < 24);
}
