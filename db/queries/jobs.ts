import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import { newsroomJobs } from '../schema.ts';

export type JobRow = typeof newsroomJobs.$inferSelect;
export type NewJob = Pick<
  JobRow,
  'id' | 'kind' | 'topicName' | 'intoName' | 'request' | 'rowCount' | 'requestedBy' | 'requestedAt'
>;

/** Notes a job that is to be done. */
export async function insertJob(db: DbOrTx, job: NewJob): Promise<JobRow> {
  const [row] = await db.insert(newsroomJobs).values(job).returning();
  if (!row) throw new Error('The job was not stored.');
  return row;
}

/** A job, or null. */
export async function getJobRow(db: DbOrTx, id: string): Promise<JobRow | null> {
  const [row] = await db.select().from(newsroomJobs).where(eq(newsroomJobs.id, id));
  return row ?? null;
}

/** Forgets a job that could not be handed over, and was never begun. */
export async function deleteJob(db: DbOrTx, id: string): Promise<void> {
  await db.delete(newsroomJobs).where(and(eq(newsroomJobs.id, id), isNull(newsroomJobs.startedAt)));
}

/** The jobs that are not finished, the oldest first. */
export async function listOpenJobs(db: DbOrTx): Promise<JobRow[]> {
  return db
    .select()
    .from(newsroomJobs)
    .where(isNull(newsroomJobs.finishedAt))
    .orderBy(asc(newsroomJobs.requestedAt));
}

/** The jobs that are not finished, and those that failed after `failedSince`, the oldest first. */
export async function listNotableJobs(db: DbOrTx, failedSince: Date): Promise<JobRow[]> {
  const hasFailed = and(isNotNull(newsroomJobs.failure), gt(newsroomJobs.finishedAt, failedSince));
  return db
    .select()
    .from(newsroomJobs)
    .where(or(isNull(newsroomJobs.finishedAt), hasFailed))
    .orderBy(asc(newsroomJobs.requestedAt));
}

/** Notes that a job is being done. */
export async function startJob(db: DbOrTx, id: string, now: Date): Promise<void> {
  await db
    .update(newsroomJobs)
    .set({ startedAt: now })
    .where(and(eq(newsroomJobs.id, id), isNull(newsroomJobs.finishedAt)));
}

/** Notes the end of a job; false when it has ended already, and then nothing is noted. */
export async function endJob(
  db: DbOrTx,
  id: string,
  end:
    | { finishedAt: Date; failure: string }
    | { finishedAt: Date; result: Record<string, unknown>; tags: string[] },
): Promise<boolean> {
  const rows = await db
    .update(newsroomJobs)
    .set(end)
    .where(and(eq(newsroomJobs.id, id), isNull(newsroomJobs.finishedAt)))
    .returning({ id: newsroomJobs.id });
  return rows.length > 0;
}
