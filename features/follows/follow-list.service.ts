import type { Db, DbOrTx } from '@/db/client.ts';
import {
  addFollows,
  findTopicsByLabel,
  findTopicsBySlug,
  type ListedTopic,
  listFollowedAmong,
  listTopicRows,
} from '@/db/queries/follow-lists.ts';
import { countFollows, lockUser } from '@/db/queries/follows.ts';
import { tryHoldAllFollowers } from '@/db/queries/newsroom-locks.ts';
import { inPlaceOf, type TopicRow } from '@/db/queries/topics.ts';
import { AppError } from '@/lib/errors.ts';
import { fold } from '@/lib/fold.ts';
import type { ImportReportDto } from './follow-list.dto.ts';
import { type ListEntry, readFollowList } from './follow-list.ts';
import { FOLLOW_LIMIT } from './follows.dto.ts';

/** So many topics are followed in one transaction: each holds a lock meanwhile. */
const CHUNK = 100;
const MERGE_PATIENCE_MS = 5_000;
const MERGE_PAUSE_MS = 200;
const MERGE_RETRY_SECONDS = 5;
/** No topic is called longer. */
const MAX_NAME_LENGTH = 200;

/**
 * Makes the reader follow all that a list names and this site has, in the list's order, up to the limit.
 * The list is read before anything is followed: one that cannot be read changes nothing. Importing again
 * adds what is missing.
 * @throws AppError `bad_request` (not a list), `not_signed_in` (no such reader), `unavailable` while
 *   topics of it are being merged
 */
export async function importFollows(
  db: Db,
  userId: string,
  file: string,
  appUrl: string,
): Promise<ImportReportDto> {
  const { known, unknown } = await lookUp(db, readFollowList(file, appUrl));
  const report: ImportReportDto = { followed: [], followedBefore: [], unknown, retired: [], noRoom: [] };
  for (let start = 0; start < known.length; start += CHUNK) {
    await followChunk(db, userId, known.slice(start, start + CHUNK), report);
  }
  return report;
}

/** What this site has of a list, each topic once, and what it has not, each name once. */
async function lookUp(db: Db, entries: ListEntry[]): Promise<{ known: number[]; unknown: string[] }> {
  const bySlug = await findTopicsBySlug(db, [...new Set(entries.flatMap(({ slug }) => slug ?? []))]);
  const names = new Set(entries.flatMap(({ name }) => (name ? [labelOf(name)] : [])));
  const byLabel = new Map<string, ListedTopic>();
  for (const topic of await findTopicsByLabel(db, [...names])) {
    for (const label of topic.labels) byLabel.set(label, topic);
  }
  const known = new Set<number>();
  const unknown = new Set<string>();
  for (const { slug, name, label, isElsewhere } of entries) {
    const found = slug === null ? undefined : bySlug.get(slug);
    const named = name === null ? undefined : byLabel.get(labelOf(name));
    // Another site's topic is taken for ours only where address and name agree.
    const topic = isElsewhere ? (found?.id === named?.id ? found : undefined) : (found ?? named);
    if (topic) known.add(topic.id);
    else unknown.add(label.slice(0, MAX_NAME_LENGTH).toWellFormed());
  }
  return { known: [...known], unknown: [...unknown] };
}

function labelOf(name: string): string {
  return fold(name.slice(0, MAX_NAME_LENGTH));
}

/** Follows some topics in one transaction, before a merge carries their followers over or after it. */
async function followChunk(
  db: Db,
  userId: string,
  topicIds: number[],
  report: ImportReportDto,
): Promise<void> {
  let ids = topicIds;
  for (const until = performance.now() + MERGE_PATIENCE_MS; performance.now() < until; ) {
    const isDone = await db.transaction(async (tx) => {
      if (!(await lockUser(tx, userId))) throw new AppError('not_signed_in', 'Sign in to follow topics.');
      if (!(await tryHoldAllFollowers(tx, ids))) return false;
      const places = await placesOf(tx, ids);
      const moved = places.filter(({ id }) => !ids.includes(id));
      // Merged just before they were held: the next turn holds where they lead now.
      ids = [...new Set(places.map(({ id }) => id))];
      if (moved.length > 0) return false;
      await followHeld(tx, userId, places, report);
      return true;
    });
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, MERGE_PAUSE_MS));
  }
  throw new AppError('unavailable', 'Topics of this list are being merged. Import it again in a moment.', {
    retryAfterSeconds: MERGE_RETRY_SECONDS,
  });
}

/** The topics with these ids, or what they are merged into, in the order of the ids. */
async function placesOf(tx: DbOrTx, ids: number[]): Promise<TopicRow[]> {
  const rows = new Map((await listTopicRows(tx, ids)).map((row) => [row.id, row]));
  const places: TopicRow[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row) places.push(await inPlaceOf(tx, row));
  }
  return places;
}

async function followHeld(
  tx: DbOrTx,
  userId: string,
  topics: TopicRow[],
  report: ImportReportDto,
): Promise<void> {
  const ids = topics.map(({ id }) => id);
  const before = new Set(await listFollowedAmong(tx, userId, ids));
  let room = FOLLOW_LIMIT - (await countFollows(tx, userId));
  const added: number[] = [];
  for (const { id, slug, name, retiredAt } of topics) {
    const link = { slug, name };
    if (before.has(id)) report.followedBefore.push(link);
    else if (retiredAt) report.retired.push(link);
    else if (room <= 0) report.noRoom.push(link);
    else {
      room -= 1;
      added.push(id);
      report.followed.push(link);
    }
  }
  await addFollows(tx, userId, added);
}
