import pg from 'pg';
import type { Db } from './client.ts';

/** How often an idle worker looks for jobs of other processes; those of its own wake it. */
export const POLL_SECONDS = 10;
/** A worker that has not been heard of for so long is taken for dead, and its job is done again. */
const HEARTBEAT_SECONDS = 30;
/** For a database that is away, or a lock that others hold: far longer than either lasts. */
const RETRIES = 200;
const RETRY_SECONDS = 2;
const RETRY_AT_MOST_SECONDS = 60;
const TWO_HOURS = 7_200;
/** How long a job that is under way may go on when the server ends; then it is handed back. */
const GRACE_MS = 8_000;
/** Of what pg-boss can do we use neither schedules nor jobs that wait for others, for which it writes every five seconds. */
const UNUSED = { schedule: false, flowIntervalSeconds: 3_600 };

export type Boss = {
  /** Has a job done, by this process or another one; soon, and at least once. */
  send(jobId: string): Promise<void>;
  /** Takes no more jobs, gives the one under way a moment, and hands it back. */
  stop(): Promise<void>;
};

/**
 * Opens pg-boss on the site's database and begins to do the jobs of `queue`, one at a time. It keeps
 * them over a kill, and gives back those that `work` throws at. `onError` hears what goes wrong apart
 * from that.
 */
export async function openBoss(
  db: Db,
  queue: string,
  work: (jobId: string) => Promise<void>,
  onError: (error: Error) => void,
): Promise<Boss> {
  // Not before it is needed: the start of serving need not wait for it.
  const { fromPglite, PgBoss } = await import('pg-boss');
  const client = db.$client;
  const boss =
    client instanceof pg.Pool
      ? new PgBoss({ db: { executeSql: (text, values) => client.query(text, values) }, ...UNUSED })
      : new PgBoss({ db: fromPglite(client), backend: 'pglite', ...UNUSED });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(queue, {
    retryLimit: RETRIES,
    retryDelay: RETRY_SECONDS,
    retryBackoff: true,
    retryDelayMax: RETRY_AT_MOST_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: TWO_HOURS,
  });
  // Should a job come before its worker has a name, nobody is woken, and the next look finds what else there is.
  let worker = '';
  worker = await boss.work<{ jobId: string }>(
    queue,
    { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
    async (jobs) => {
      // Where there was one there may be others: they are not to wait for the next look at one each.
      boss.notifyWorker(worker);
      for (const { data } of jobs) await work(data.jobId);
    },
  );
  return {
    send: async (jobId) => {
      await boss.send(queue, { jobId });
      boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, timeout: GRACE_MS }),
  };
}
