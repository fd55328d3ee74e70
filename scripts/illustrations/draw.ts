/**
 * Draws the illustrations: every scenes-*.ts beside this file -> content/photos/<name>.webp (1800 x 1200).
 *   node scripts/illustrations/draw.ts [name...] [--out=folder] [--only=scenes-world.ts]
 * Without names it draws them all, then says which two pictures look too much alike.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { H, type Scene, svg, W } from './kit.ts';
import { averageColour, type Fingerprint, HASH_H, HASH_W, looksAlike, perceptualHash } from './perceptual-hash.ts';

const LIMIT = 90_000;
const args = process.argv.slice(2);
const option = (key: string) => args.find((a) => a.startsWith(`--${key}=`))?.slice(key.length + 3);
const names = args.filter((a) => !a.startsWith('--'));
const out = option('out') ?? join('content', 'photos');
const only = option('only');

/** Every scene of every scene file. */
async function loadScenes(): Promise<Scene[]> {
  const folder = new URL('./', import.meta.url);
  const files = (await readdir(folder)).filter((f) => f.startsWith('scenes-') && f.endsWith('.ts') && (!only || f === only)).sort();
  const scenes: Scene[] = [];
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(file, folder).href);
    for (const value of Object.values(exported)) if (Array.isArray(value)) scenes.push(...(value as Scene[]));
  }
  return [...new Map(scenes.map((s) => [s.name, s])).values()];
}

/** The fingerprint of a drawn picture. */
async function fingerprint(file: string): Promise<Fingerprint> {
  const grey = await sharp(file).greyscale().resize(HASH_W, HASH_H, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
  const one = new Uint8Array(HASH_W * HASH_H);
  for (let i = 0; i < one.length; i++) one[i] = grey.data[i * grey.info.channels]!;
  const rgb = await sharp(file).removeAlpha().resize(30, 20, { fit: 'fill' }).raw().toBuffer();
  return { hash: perceptualHash(one), average: averageColour(rgb) };
}

const all = await loadScenes();
const unknown = names.filter((name) => !all.some((s) => s.name === name));
if (unknown.length) throw new Error(`no such picture: ${unknown.join(', ')}`);
const scenes = names.length ? all.filter((s) => names.includes(s.name)) : all;
await mkdir(out, { recursive: true });
for (const scene of scenes) {
  const file = join(out, `${scene.name}.webp`);
  const picture = await sharp(Buffer.from(svg(scene))).resize(W, H).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  let size = Infinity;
  for (const quality of [82, 76, 70, 64]) {
    if (size > LIMIT) size = (await sharp(picture).webp({ quality, effort: 6 }).toFile(file)).size;
  }
  console.log(`${scene.name.padEnd(28)} ${(size / 1000).toFixed(1).padStart(6)} kB${size > LIMIT ? '  TOO HEAVY' : ''}`);
}
if (!names.length) {
  const prints: { name: string; print: Fingerprint }[] = [];
  for (const s of scenes) prints.push({ name: s.name, print: await fingerprint(join(out, `${s.name}.webp`)) });
  let alike = 0;
  for (const [i, a] of prints.entries()) {
    for (const b of prints.slice(i + 1)) {
      if (!looksAlike(a.print, b.print)) continue;
      alike++;
      console.log(`look alike: ${a.name} and ${b.name}`);
    }
  }
  console.log(`${scenes.length} pictures, ${alike} pairs that look alike`);
}
