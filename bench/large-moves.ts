/**
 * `npm run bench:moves`: on the database of DATABASE_URL, filled by `npm run bench:seed`, merges the
 * large topic into another, undoes that, moves it and moves it back, and prints how long each takes
 * and what readers and the newsroom feel meanwhile. It leaves the database as it was, but for some
 * follows and articles.
 */
import { eq } from 'drizzle-orm';
import { type Db, openPostgres } from '@/db/client.ts';
import { topics, users } from '@/db/schema.ts';
import { changeTopic, getEditedTopic } from '@/features/topics/topic-editing.service.ts';
import { undoMerge } from '@/features/topics/topic-merge-undo.service.ts';
import { mergeTopics } from '@/features/topics/topic-merges.service.ts';
import { LARGE_TOPIC, TARGET_TOPIC } from './newsroom.ts';
import { type Felt, feelDuring } from './probes.ts';

const EDITOR = '01900000-0000-7000-9000-000000000001';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('Set DATABASE_URL to a database filled by npm run bench:seed.');
const work = openPostgres(url, 'forJobs');
const readers = openPostgres(url);
try {
  await measure(work.db);
} finally {
  await work.close();
  await readers.close();
}

async function measure(db: Db): Promise<void> {
  const editor = {
    id: EDITOR,
    name: 'Bench editor',
    email: 'bench-editor@example.com',
    role: 'editor' as const,
  };
  await db.insert(users).values(editor).onConflictDoNothing();
  let mergeId = 0;
  await report('merge', async () => {
    ({ mergeId } = (await mergeTopics(db, EDITOR, LARGE_TOPIC, TARGET_TOPIC, new Date())).merge);
  });
  await report('undo', () => undoMerge(db, EDITOR, mergeId, new Date()));
  const { parent } = await getEditedTopic(db, EDITOR, LARGE_TOPIC);
  const moveTo = async (slug: string | null) => {
    const { version } = await getEditedTopic(db, EDITOR, LARGE_TOPIC);
    await changeTopic(db, EDITOR, LARGE_TOPIC, { version, parent: slug }, new Date());
  };
  await report('move', () => moveTo('bench-topic-2'));
  await report('move back', () => moveTo(parent));
  const [row] = await db.select().from(topics).where(eq(topics.slug, LARGE_TOPIC));
  if (row?.mergedIntoId !== null) throw new Error('The large topic is not as it was.');
}

async function report(name: string, deed: () => Promise<unknown>): Promise<void> {
  const { tookMs, felt } = await feelDuring(readers.db, deed);
  process.stdout.write(`\n${name}: ${(tookMs / 1_000).toFixed(1)} s\n`);
  for (const line of felt.map(describe)) process.stdout.write(`  ${line}\n`);
}

function describe({ what, times, failures }: Felt): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  const failed = failures.length > 0 ? `; ${failures.length} failed: ${failures[0]}` : '';
  return `${what}: ${sorted.length} times, p50 ${at(0.5)} ms, max ${at(1)} ms${failed}`;
}
