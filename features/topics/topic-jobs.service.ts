import type { Db } from '@/db/client.ts';
import type { JobRow, NewJob } from '@/db/queries/jobs.ts';
import { countMergeRows, countMoveRows, countUndoRows } from '@/db/queries/topic-sizes.ts';
import { getTopicById } from '@/db/queries/topics.ts';
import type { JobDto } from '@/features/jobs/jobs.dto.ts';
import { addJob, type Finish, type JobQueue } from '@/features/jobs/jobs.service.ts';
import { type AnyTopicChange, moveJobDto } from './topic-editing.dto.ts';
import { changeTopic, checkTopicChange, type TopicChanged } from './topic-editing.service.ts';
import { checkUndo, undoMerge } from './topic-merge-undo.service.ts';
import { type MergeDoneDto, mergeJobDto, undoJobDto } from './topic-merges.dto.ts';
import { mergeTopics, previewMerge } from './topic-merges.service.ts';
import { findTopic } from './topics.service.ts';

/** What touches more rows than this is done in the background (ADR 009): one statement's worth. */
const REQUEST_ROWS = 10_000;

/** Who does what is too large for a request, and from how many rows on that is; tests set less. */
export type Background = { queue: JobQueue; maxRows?: number };
/** What became of a request: it was done, or it is a job now. */
export type Outcome<Done> = Done | { job: JobDto };

/**
 * Merges one topic into another: at once, or as a job where very many rows are touched.
 * @throws AppError as `mergeTopics`
 */
export async function requestMerge(
  db: Db,
  background: Background,
  userId: string,
  pair: { from: string; into: string },
  now: Date,
): Promise<Outcome<{ merge: MergeDoneDto; tags: string[] }>> {
  const preview = await previewMerge(db, userId, pair.from, pair.into);
  const [from, into] = [await findTopic(db, pair.from), await findTopic(db, pair.into)];
  const rowCount = await countMergeRows(db, from.id, preview.isPlaceTaken ? into.id : null);
  if (isSmall(background, rowCount)) return mergeTopics(db, userId, pair.from, pair.into, now);
  const names = { topicName: from.name, intoName: into.name };
  return later(db, background, { kind: 'merge', ...names, request: pair, rowCount }, userId, now);
}

/**
 * Undoes a merge: at once, or as a job.
 * @throws AppError as `undoMerge`
 */
export async function requestUndo(
  db: Db,
  background: Background,
  userId: string,
  mergeId: number,
  now: Date,
): Promise<Outcome<{ tags: string[] }>> {
  const merge = await checkUndo(db, userId, mergeId);
  const rowCount = await countUndoRows(db, merge.id, merge.intoTopicId);
  if (isSmall(background, rowCount)) return undoMerge(db, userId, mergeId, now);
  const from = await getTopicById(db, merge.fromTopicId);
  const into = await getTopicById(db, merge.intoTopicId);
  const names = { topicName: from?.name ?? '', intoName: into?.name ?? '' };
  return later(db, background, { kind: 'undo', ...names, request: { mergeId }, rowCount }, userId, now);
}

/**
 * Changes a topic: at once, or as a job where it moves with very many articles.
 * @throws AppError as `changeTopic`
 */
export async function requestChange(
  db: Db,
  background: Background,
  userId: string,
  slug: string,
  change: AnyTopicChange,
  now: Date,
): Promise<Outcome<TopicChanged>> {
  const { topic, edit } = await checkTopicChange(db, userId, slug, change, now);
  const rowCount = edit.parentId === undefined ? 0 : await countMoveRows(db, topic.id);
  if (isSmall(background, rowCount)) return changeTopic(db, userId, slug, change, now);
  const names = { topicName: topic.name, intoName: null };
  return later(db, background, { kind: 'move', ...names, request: { slug, change }, rowCount }, userId, now);
}

/**
 * Does what one of these jobs asks for, as whoever asked for it may do now (T19).
 * @throws AppError as the service of its kind
 */
export async function doTopicJob(db: Db, job: JobRow, finish: Finish, now: Date): Promise<void> {
  const { kind, request, requestedBy } = job;
  if (kind === 'merge') {
    const { from, into } = mergeJobDto.parse(request);
    await mergeTopics(db, requestedBy, from, into, now, finish);
  } else if (kind === 'undo') {
    await undoMerge(db, requestedBy, undoJobDto.parse(request).mergeId, now, finish);
  } else {
    const { slug, change } = moveJobDto.parse(request);
    await changeTopic(db, requestedBy, slug, change, now, finish);
  }
}

function isSmall({ maxRows = REQUEST_ROWS }: Background, rowCount: number): boolean {
  return rowCount <= maxRows;
}

async function later(
  db: Db,
  { queue }: Background,
  job: Omit<NewJob, 'id' | 'requestedBy' | 'requestedAt'>,
  requestedBy: string,
  requestedAt: Date,
): Promise<{ job: JobDto }> {
  return { job: await addJob(db, queue, { ...job, requestedBy, requestedAt }) };
}
