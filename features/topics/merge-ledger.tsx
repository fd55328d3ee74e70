'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import type { JobDto } from '@/features/jobs/jobs.dto.ts';
import { isAccepted, isJobOpen } from '@/features/jobs/jobs.queries.ts';
import { JobList } from './job-list.tsx';
import styles from './merge-ledger.module.css';
import type { MergeDto, MergesPageDto } from './topic-merges.dto.ts';
import { mergesQuery, sendUndo } from './topic-merges.queries.ts';
import { counted } from './topic-words.ts';

/** A page of the ledger of merges; those that can be undone have a button for it. */
export function MergeLedger({ before, page }: { before: number | null; page: MergesPageDto }) {
  const { data } = useQuery(mergesQuery(before, page));
  if (data.merges.length === 0 && data.jobs.length === 0 && before === null) {
    return (
      <EmptyState title="No topic has been merged yet">
        <p>A merge carries the followers and articles of one topic over to another.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <JobList jobs={data.jobs} />
      <ol className={styles.ledger} aria-label="Merges, the newest first">
        {data.merges.map((merge) => (
          <MergeRow key={merge.id} merge={merge} jobs={data.jobs} />
        ))}
      </ol>
      <p className={styles.paging}>
        {before === null ? null : <SiteLink href="/admin/merges">Newest merges</SiteLink>}
        {data.nextBefore === null ? null : (
          <SiteLink href={`/admin/merges?before=${data.nextBefore}`}>Older merges</SiteLink>
        )}
      </p>
    </>
  );
}

function MergeRow({ merge, jobs }: { merge: MergeDto; jobs: JobDto[] }) {
  const { id, fromName, intoName, laterMerge } = merge;
  const [isAsking, setIsAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => sendUndo(id),
    onSuccess: (answer) =>
      showMessage(
        isAccepted(answer)
          ? `The merge of ${fromName} into ${intoName} is being undone in the background.`
          : sayUndone(fromName, intoName),
      ),
    // Waits for the ledger as it is now. The editor may follow one of the two, hence everything.
    onSettled: async () => {
      await client.invalidateQueries();
      setIsAsking(false);
    },
  });

  // The button that had the focus is gone once it is done.
  useEffect(() => {
    if (undo.isSuccess && !isAsking) heading.current?.focus();
  }, [undo.isSuccess, isAsking]);

  const jobId = undo.data && isAccepted(undo.data) ? undo.data.job.id : null;
  const isUnderWay = jobs.some((job) => job.id === jobId && isJobOpen(job));
  // What was said of a job when it was asked for is no longer so.
  useEffect(() => {
    if (jobId !== null && merge.undoneAt !== null) showMessage(sayUndone(fromName, intoName));
  }, [jobId, merge.undoneAt, fromName, intoName]);

  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          <SiteLink href={`/topic/${merge.fromSlug}`}>{fromName}</SiteLink>
          {' into '}
          <SiteLink href={`/topic/${merge.intoSlug}`}>{intoName}</SiteLink>
        </h2>
        <p className={styles.facts}>
          <Timestamp at={merge.mergedAt} withClock />
          {` by ${merge.mergedByName ?? 'someone who is gone'}. ${sayCarried(merge)} carried over.`}
        </p>
        {undo.error && !isAsking ? (
          <p className={styles.refusal} role="alert">
            {`Not undone. ${undo.error.message}`}
          </p>
        ) : null}
      </div>
      <div className={styles.state}>
        {merge.undoneAt ? (
          <p className={styles.facts}>
            Undone <Timestamp at={merge.undoneAt} />
            {merge.undoneByName ? ` by ${merge.undoneByName}` : null}
          </p>
        ) : isUnderWay ? (
          <p className={styles.facts}>Being undone</p>
        ) : laterMerge ? (
          <p className={styles.facts}>
            {`First undo ${laterMerge.fromName} into ${laterMerge.intoName}, which came later.`}
          </p>
        ) : (
          <Button
            variant="outline"
            size="small"
            aria-label={`Undo the merge of ${fromName} into ${intoName}`}
            onClick={() => setIsAsking(true)}
          >
            Undo
          </Button>
        )}
      </div>
      <UndoDialog
        merge={merge}
        isOpen={isAsking}
        isUndoing={undo.isPending}
        onConfirm={() => undo.mutate()}
        onClose={() => setIsAsking(false)}
      />
    </li>
  );
}

function UndoDialog(props: {
  merge: MergeDto;
  isOpen: boolean;
  isUndoing: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { fromName, intoName } = props.merge;
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen && !props.isUndoing) props.onClose();
      }}
      title={`Undo the merge of ${fromName} into ${intoName}?`}
      actions={
        <>
          <Button
            aria-disabled={props.isUndoing || undefined}
            onClick={props.isUndoing ? undefined : props.onConfirm}
          >
            {props.isUndoing ? 'Undoing…' : 'Undo the merge'}
          </Button>
          <Button variant="outline" onClick={props.onClose} disabled={props.isUndoing}>
            Cancel
          </Button>
        </>
      }
    >
      <div className={styles.consequences}>
        <h3>What comes back</h3>
        <ul>
          <li>{`${fromName} with its addresses, its names, its place and the topics that stood under it.`}</li>
          <li>{`${sayCarried(props.merge)} that were carried over, where they are still with ${intoName}.`}</li>
        </ul>
        <h3>What does not</h3>
        <ul>
          <li>{`Readers who have unfollowed ${intoName} since follow neither; those who have followed it anew follow both.`}</li>
          <li>{`Articles taken out of ${intoName} since are in neither; those filed under it since stay there.`}</li>
          <li>Topics that were moved since stay where they are.</li>
        </ul>
      </div>
    </Dialog>
  );
}

function sayUndone(fromName: string, intoName: string): string {
  return `The merge of ${fromName} into ${intoName} is undone.`;
}

function sayCarried({ articleCount, followerCount }: MergeDto): string {
  return `${counted(articleCount, 'article', 'articles')} and ${counted(followerCount, 'follower', 'followers')}`;
}
