import { queryOptions } from '@tanstack/react-query';
import type { AcceptedDto } from '@/features/jobs/jobs.dto.ts';
import { isJobOpen, JOB_PAUSE_MS } from '@/features/jobs/jobs.queries.ts';
import { getJson, send } from '@/lib/api-client.ts';
import { sentWithPage } from '@/lib/sent-data.ts';
import type { MergeDoneDto, MergePreviewDto, MergesPageDto } from './topic-merges.dto.ts';

const mergePath = (fromSlug: string) => `/api/admin/topics/${encodeURIComponent(fromSlug)}/merge`;

/** What merging one topic into another would do, counted now. */
export const mergePreviewQuery = (fromSlug: string, intoSlug: string) =>
  queryOptions({
    queryKey: ['merge-preview', fromSlug, intoSlug],
    queryFn: () => send<MergePreviewDto>('POST', mergePath(fromSlug), { into: intoSlug, dryRun: true }),
  });

/** Merges one topic into another; a large merge becomes a job. */
export function sendMerge(fromSlug: string, intoSlug: string): Promise<MergeDoneDto | AcceptedDto> {
  return send<MergeDoneDto | AcceptedDto>('POST', mergePath(fromSlug), { into: intoSlug });
}

export const mergesKey = ['merges'] as const;

/** A page of the ledger; the server sends the first answer with the page. Asked for anew while a job is under way. */
export const mergesQuery = (before: number | null, page: MergesPageDto) =>
  queryOptions({
    queryKey: [...mergesKey, before],
    queryFn: ({ signal }) =>
      getJson<MergesPageDto>(`/api/admin/merges${before === null ? '' : `?before=${before}`}`, signal),
    initialData: page,
    ...sentWithPage(page),
    refetchInterval: ({ state: { data } }) => (data?.jobs.some(isJobOpen) ? JOB_PAUSE_MS : false),
  });

/** Undoes a merge; a large one becomes a job. */
export function sendUndo(mergeId: number): Promise<AcceptedDto | null> {
  return send('POST', `/api/admin/merges/${mergeId}/undo`);
}
