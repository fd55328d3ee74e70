import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { log } from '@/lib/log.ts';
import { type ParsedText, parsedTexts } from './article-text.ts';

/** Where what was parsed is kept over a restart, and for which build: another may find something else in a text. */
export type TextKeeping = { file: string; build: string };
type Kept = { build: string; texts: [file: string, parsed: ParsedText][] };

const recalled = new WeakSet<ParsedText>();

/**
 * Takes over what a server of the same build has parsed, so that a start parses only what has changed since
 * (ADR 019). Nothing where nothing is kept, or nothing that can be read.
 */
export async function recallTexts({ file, build }: TextKeeping): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return;
  try {
    const kept = deserialize(bytes) as Kept;
    if (kept.build !== build) return;
    // The newest come first, and are the last to go.
    for (const [name, parsed] of kept.texts.reverse()) {
      parsedTexts.set(name, parsed);
      recalled.add(parsed);
    }
  } catch (error) {
    log.warn({ err: error, file }, 'What was parsed before could not be read, and is parsed again');
  }
}

/** Keeps what this process knows of texts, if it knows more: the whole or, should that fail, what was kept before. */
export async function keepTexts({ file, build }: TextKeeping): Promise<void> {
  const kept: Kept = { build, texts: [...parsedTexts.entries()] };
  if (kept.texts.every(([, parsed]) => recalled.has(parsed))) return;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // Another instance may be at it too.
    const own = `${file}.${process.pid}`;
    await writeFile(own, serialize(kept), { mode: 0o600 });
    await rename(own, file);
  } catch (error) {
    log.warn({ err: error, file }, 'What was parsed could not be kept; the next start parses it again');
  }
}
