import { z } from 'zod';
import { JOB_KINDS } from '@/db/schema/jobs.ts';

/** Something large that the newsroom asked for, and what has become of it. */
export const jobDto = z.object({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  /** `done` and `failed` are for ever. */
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** What is being done, was done, or why it was not, for people. */
  message: z.string(),
  /** What came of it, by kind: `{ mergeId }` of a merge, `{ slug }` of a move; null until it is done. */
  result: z.record(z.string(), z.unknown()).nullable(),
});
export type JobDto = z.infer<typeof jobDto>;

/** The answer to a request that has become a job: 202, with the job's address as `Location`. */
export const acceptedDto = z.object({ job: jobDto.pick({ id: true, state: true }) });
export type AcceptedDto = z.infer<typeof acceptedDto>;

/** The cache tags of what a job has changed. */
export const expireBody = z.strictObject({ tags: z.array(z.string().min(1).max(256)).max(1_000) });
