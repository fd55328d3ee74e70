import { queryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { AcceptedDto, JobDto } from './jobs.dto.ts';

/** How often a page that shows a job asks what has become of it. */
export const JOB_PAUSE_MS = 2_000;

/** True while a job may still become something else. */
export function isJobOpen({ state }: Pick<JobDto, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** A job, asked for again until it has ended. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => getJson<JobDto>(`/api/admin/jobs/${id}`, signal),
    refetchInterval: ({ state: { data } }) => (data && !isJobOpen(data) ? false : JOB_PAUSE_MS),
  });

/** True for the answer to a request that has become a job. */
export function isAccepted(answer: object | null): answer is AcceptedDto {
  return answer !== null && 'job' in answer;
}
