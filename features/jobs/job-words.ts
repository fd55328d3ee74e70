import type { JobRow } from '@/db/queries/jobs.ts';
import type { JobDto } from './jobs.dto.ts';

/** What a job is called in each of its states, as sentences. */
export function sayJob(job: JobRow, state: JobDto['state']): string {
  const size = `${job.rowCount.toLocaleString('en')} ${job.rowCount === 1 ? 'change' : 'changes'}`;
  const words = wordsOf(job);
  if (state === 'waiting') return `${words.doing} begins in a moment: ${size}, in the background.`;
  if (state === 'running') return `${words.doing}: ${size}, in the background.`;
  if (state === 'failed') return `${words.failed} ${job.failure ?? ''} Nothing has changed.`;
  return words.done;
}

function wordsOf({ kind, topicName, intoName }: JobRow): { doing: string; done: string; failed: string } {
  if (kind === 'merge') {
    return {
      doing: `Merging ${topicName} into ${intoName}`,
      done: `${topicName} is merged into ${intoName}.`,
      failed: `${topicName} was not merged into ${intoName}.`,
    };
  }
  if (kind === 'undo') {
    return {
      doing: `Undoing the merge of ${topicName} into ${intoName}`,
      done: `The merge of ${topicName} into ${intoName} is undone.`,
      failed: `The merge of ${topicName} into ${intoName} was not undone.`,
    };
  }
  return {
    doing: `Moving ${topicName} with all that is beneath it`,
    done: `${topicName} has its new place, with all that is beneath it.`,
    failed: `${topicName} was not saved.`,
  };
}
