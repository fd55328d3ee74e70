import { Notice } from '@/components/ui/notice.tsx';
import type { JobDto } from '@/features/jobs/jobs.dto.ts';
import { isJobOpen } from '@/features/jobs/jobs.queries.ts';
import styles from './job-list.module.css';

/** What is being done in the background, and what has failed of late. */
export function JobList({ jobs }: { jobs: JobDto[] }) {
  return (
    <div className={styles.list} role="status" aria-label="In the background">
      {jobs.map((job) => (
        <Notice key={job.id} title={job.message}>
          {isJobOpen(job) ? 'Until it is done, readers see everything as it was.' : null}
        </Notice>
      ))}
    </div>
  );
}
