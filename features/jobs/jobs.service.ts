import { isDeepStrictEqual } from 'node:util';
import type { Db, DbOrTx } from '@/db/client.ts';
import { isPassingError } from '@/db/errors.ts';
import {
  deleteJob,
  endJob,
  getJobRow,
  insertJob,
  type JobRow,
  listNotableJobs,
  listOpenJobs,
  type NewJob,
  startJob,
} from '@/db/queries/jobs.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { AppError } from '@/lib/errors.ts';
import { log } from '@/lib/log.ts';
import { uuidv7 } from '@/lib/uuid.ts';
import { sayJob } from './job-words.ts';
import type { JobDto } from './jobs.dto.ts';

const FAILURES_SHOWN_MS = 24 * 60 * 60 * 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Has a job done soon, and at least once; rejects when it could not be told to anyone. */
export type JobQueue = { send(jobId: string): Promise<void> };

/**
 * Stores, within the transaction that does a job's work, that it is done. Throws when it has been
 * done already, so that the transaction leaves nothing: a job that runs twice is done once.
 */
export type Finish = (
  tx: DbOrTx,
  outcome: { result: Record<string, unknown>; tags: string[] },
) => Promise<void>;

/** For work that is done within a request, and is nobody's job. */
export const NO_JOB: Finish = async () => undefined;

/**
 * Keeps what is to be done and hands it to the queue. Part of what a service of the newsroom does
 * once it has checked who asks and that it is possible. Asking for what is waiting or running already
 * adds nothing.
 */
export async function addJob(db: Db, queue: JobQueue, job: Omit<NewJob, 'id'>): Promise<JobDto> {
  const same = (await listOpenJobs(db)).find(
    (open) => open.kind === job.kind && isDeepStrictEqual(open.request, job.request),
  );
  if (same) return toDto(same);
  const row = await insertJob(db, { ...job, id: uuidv7(job.requestedAt) });
  try {
    await queue.send(row.id);
  } catch (error) {
    // Nobody is told that it was accepted, so it must not be done later either.
    await deleteJob(db, row.id);
    throw error;
  }
  return toDto(row);
}

/** A job of the newsroom. @throws AppError `not_found`, `forbidden` */
export async function getJob(db: Db, userId: string, id: string): Promise<JobDto> {
  await requireStaff(db, userId, 'editor');
  const row = UUID.test(id) ? await getJobRow(db, id) : null;
  if (!row) throw new AppError('not_found', 'There is no such job.');
  return toDto(row);
}

/** The jobs that are waiting or running, and those that failed in the last day. @throws AppError `forbidden` */
export async function getNotableJobs(db: Db, userId: string, now: Date): Promise<JobDto[]> {
  await requireStaff(db, userId, 'editor');
  return (await listNotableJobs(db, new Date(now.getTime() - FAILURES_SHOWN_MS))).map(toDto);
}

/** Hands every job that is not finished to the queue again: whoever was doing it may have been killed. */
export async function resendOpenJobs(db: Db, queue: JobQueue): Promise<void> {
  for (const { id } of await listOpenJobs(db)) await queue.send(id);
}

/**
 * Does a job, unless it has been done, and resolves to the cache tags to expire (again, where it was
 * killed in between). `work` does it in one transaction that calls `finish`. What `work` refuses with
 * an AppError ends the job, with nothing changed.
 * @throws what is worth another try, such as a database that cannot be reached; the job stays open
 */
export async function runJob(
  db: Db,
  id: string,
  work: (job: JobRow, finish: Finish) => Promise<unknown>,
  clock: () => Date,
): Promise<string[]> {
  const job = await getJobRow(db, id);
  if (!job) return [];
  if (!job.finishedAt) {
    await startJob(db, id, clock());
    const finish: Finish = async (tx, outcome) => {
      if (await endJob(tx, id, { ...outcome, finishedAt: clock() })) return;
      throw new AppError('conflict', 'It has been done already.');
    };
    await work(job, finish).catch(async (error: unknown) => {
      if (isPassingError(error)) throw error;
      // Changes nothing where the job was done by another worker meanwhile.
      await endJob(db, id, { finishedAt: clock(), failure: sayWhy(error, id) });
    });
  }
  return (await getJobRow(db, id))?.tags ?? [];
}

function sayWhy(error: unknown, id: string): string {
  if (error instanceof AppError) return asSentence(error);
  log.error({ err: error, job: id }, 'job failed');
  return 'Something went wrong on our side.';
}

function asSentence({ message, details }: AppError): string {
  const [why] = Object.values((details?.fields ?? {}) as Record<string, string>);
  const text = why && /^[a-z]/.test(why) ? `The topic chosen ${why}` : (why ?? message);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function toDto(row: JobRow): JobDto {
  const state = row.failure ? 'failed' : row.finishedAt ? 'done' : row.startedAt ? 'running' : 'waiting';
  return { id: row.id, kind: row.kind, state, message: sayJob(row, state), result: row.result };
}
