import { type Boss, openBoss } from '@/db/boss.ts';
import { type Db, openPostgres } from '@/db/client.ts';
import { sweepExpired } from '@/features/accounts/sweep.service.ts';
import { publishKey } from '@/features/articles/publish-key.ts';
import type { JobDto } from '@/features/jobs/jobs.dto.ts';
import { type JobQueue, resendOpenJobs, runJob } from '@/features/jobs/jobs.service.ts';
import { doTopicJob } from '@/features/topics/topic-jobs.service.ts';
import { AppError } from '@/lib/errors.ts';
import { privateJson } from '@/lib/http.ts';
import { log } from '@/lib/log.ts';
import type { Settings } from '@/lib/settings.ts';

const QUEUE = 'newsroom';
const START_RETRY_MS = 10_000;
const START_RETRY_SECONDS = 5;
const EXPIRE_MS = 30_000;
/** A job that could not be handed back in time is done again by whoever starts next. */
const CLOSE_MS = 2_000;
const SWEEP_MS = 60 * 60 * 1_000;

export type Jobs = JobQueue & {
  /** Begins to do jobs; `origin` is where this server answers itself. Never throws. */
  start(origin: string): void;
  /** Hands back what is being done, within about ten seconds. */
  stop(): Promise<void>;
};

// On globalThis because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { yourGlobeJobs?: Jobs };

/** The queue of this process. @throws AppError `unavailable` while the server starts */
export function getJobQueue(): JobQueue {
  if (!holder.yourGlobeJobs) throw startingError();
  return holder.yourGlobeJobs;
}

/**
 * The newsroom's jobs in this process (ADR 009). They begin once `start` is called, which is after
 * the server listens: neither serving nor a build waits for them.
 */
export function openJobs(db: Db, settings: Settings): Jobs {
  let boss: Boss | null = null;
  let starting: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  let isEnding = false;
  // A connection of its own: a large merge takes longer than a page may wait.
  const forJobs = settings.databaseUrl ? openPostgres(settings.databaseUrl, 'forJobs') : null;

  const work = async (origin: string, id: string) => {
    const clock = () => new Date();
    const doJob: Parameters<typeof runJob>[2] = (job, finish) =>
      doTopicJob(forJobs?.db ?? db, job, finish, clock());
    await expire(origin, publishKey(settings.secret), await runJob(db, id, doJob, clock));
  };
  const start = (origin: string) => {
    // Where nobody signs in, what is due has to go all the same.
    sweeping ??= setInterval(() => void sweepExpired(db), SWEEP_MS).unref();
    starting = openBoss(db, QUEUE, (id) => work(origin, id), report)
      .then(async (opened) => {
        boss = opened;
        await resendOpenJobs(db, opened);
      })
      .catch((error: Error) => {
        report(error);
        if (!isEnding) retry = setTimeout(() => start(origin), START_RETRY_MS).unref();
      });
  };
  return {
    start,
    send: async (id) => {
      if (!boss) throw startingError();
      await boss.send(id);
    },
    stop: async () => {
      isEnding = true;
      clearTimeout(retry);
      clearInterval(sweeping);
      await starting;
      await boss?.stop();
      const closing = forJobs?.close();
      await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    },
  };
}

/** The answer to a request that has become a job: where to ask what becomes of it. */
export function accepted({ id, state }: JobDto): Response {
  return privateJson({ job: { id, state } }, { status: 202, headers: { Location: `/api/admin/jobs/${id}` } });
}

/** Cache tags expire only within a request, so the worker makes one. */
async function expire(origin: string, key: string, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  const response = await fetch(new URL('/api/internal/expire', origin), {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ tags }),
    signal: AbortSignal.timeout(EXPIRE_MS),
  });
  if (!response.ok) throw new Error(`The caches were not told: ${response.status}`);
}

function startingError(): AppError {
  return new AppError('unavailable', 'The server is starting.', { retryAfterSeconds: START_RETRY_SECONDS });
}

function report(error: Error): void {
  log.error({ err: error }, 'the queue of jobs is in trouble, and tries again');
}
