'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { isJobOpen, jobQuery } from '@/features/jobs/jobs.queries.ts';

/**
 * What becomes of a job this page has asked for, until it has ended. `onEnd` is told once, and whether
 * it was done; `actions` are for what can be done once it is.
 */
export function JobNotice(props: { id: string; onEnd?: (isDone: boolean) => void; actions?: ReactNode }) {
  const { data: job } = useQuery(jobQuery(props.id));
  const told = useRef(false);
  const isOver = job !== undefined && !isJobOpen(job);
  useEffect(() => {
    if (!isOver || told.current) return;
    told.current = true;
    props.onEnd?.(job.state === 'done');
  });

  if (isOver) {
    const tone = job.state === 'done' ? 'success' : 'error';
    return <Notice tone={tone} title={job.message} actions={job.state === 'done' ? props.actions : null} />;
  }
  return (
    // The button that had the focus may be gone: what it did is read next.
    <div role="status">
      <Notice title={job?.message ?? 'It is large, and is done in the background.'}>
        You may leave this page. <SiteLink href="/admin/merges">Merges</SiteLink> shows what is under way.
      </Notice>
    </div>
  );
}
