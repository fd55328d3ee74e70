import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const outboxMail = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  /** ISO 8601. */
  sentAt: z.iso.datetime(),
});

/** A mail that local mode wrote instead of sending. The id is its file's name. */
export type OutboxMail = z.infer<typeof outboxMail> & { id: string };

/** Of one process; keeps mails of the same millisecond in order. */
let sequence = 0;

/** `20261123T010203456-0001-1f2e3d4c`: sorts by time; also keeps `..` and slashes out of paths. */
const ID = /^\d{8}T\d{9}-\d{4}-[0-9a-f]{8}$/;
const SHOWN = 200;

/** Writes one mail as a JSON file for its owner's eyes only; a reader never sees half of it. */
export async function writeToOutbox(
  dataDir: string,
  mail: Omit<z.input<typeof outboxMail>, 'sentAt'>,
  now = new Date(),
): Promise<void> {
  const dir = outboxDir(dataDir);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const time = now.toISOString().replace(/[-:.Z]/g, '');
  sequence = (sequence + 1) % 10_000;
  const id = `${time}-${String(sequence).padStart(4, '0')}-${randomBytes(4).toString('hex')}`;
  const partial = join(dir, `.${id}.partial`);
  await writeFile(partial, JSON.stringify({ ...mail, sentAt: now.toISOString() }, null, 2), {
    mode: 0o600,
    flag: 'wx',
  });
  await rename(partial, join(dir, `${id}.json`));
}

/** The latest mails (at most 200), newest first; none when nothing was ever sent. */
export async function listOutbox(dataDir: string): Promise<OutboxMail[]> {
  const names = await readdir(outboxDir(dataDir)).catch(emptyWhenMissing);
  const ids = names
    .filter((name) => name.endsWith('.json') && ID.test(name.slice(0, -5)))
    .map((name) => name.slice(0, -5))
    .sort()
    .reverse()
    .slice(0, SHOWN);
  const mails = await Promise.all(ids.map((id) => getOutboxMail(dataDir, id)));
  return mails.filter((mail) => mail !== null);
}

/** One mail, or null when there is none of that id. */
export async function getOutboxMail(dataDir: string, id: string): Promise<OutboxMail | null> {
  if (!ID.test(id)) return null;
  let json: string;
  try {
    json = await readFile(join(outboxDir(dataDir), `${id}.json`), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return { id, ...outboxMail.parse(JSON.parse(json)) };
}

function outboxDir(dataDir: string): string {
  // The folder is data, not code: without the comment the bundler would trace everything below it.
  return join(/* turbopackIgnore: true */ dataDir, 'mail');
}

function emptyWhenMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
