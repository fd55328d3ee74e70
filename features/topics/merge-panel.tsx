'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { followsKey } from '@/features/follows/follows.queries.ts';
import { isAccepted } from '@/features/jobs/jobs.queries.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { ApiError } from '@/lib/api-client.ts';
import { JobNotice } from './job-notice.tsx';
import styles from './merge-panel.module.css';
import { MergePreview } from './merge-preview.tsx';
import type { MergeDoneDto, MergePreviewDto } from './topic-merges.dto.ts';
import { mergePreviewQuery, mergesKey, sendMerge } from './topic-merges.queries.ts';
import { TopicPicker } from './topic-picker.tsx';
import { counted, sayOfChosen } from './topic-words.ts';
import { WhatWasDone } from './what-was-done.tsx';

type Named = { slug: string; name: string };

/** Merges a topic into another: choose, see what it would do, confirm. */
export function MergePanel({ topic }: { topic: Named }) {
  const [into, setInto] = useState<Named | null>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  /** True once a merge in the background has come to nothing: what was chosen is there to be tried again. */
  const [hasFailed, setHasFailed] = useState(false);
  const client = useQueryClient();
  // The editor may follow one of the two. Not the preview: of what is merged there is none.
  const refresh = () =>
    Promise.all(
      [mergesKey, meKey, followsKey, feedKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const merge = useMutation({
    mutationFn: (target: Named) => sendMerge(topic.slug, target.slug),
    onMutate: () => setHasFailed(false),
    onSuccess: () => {
      setIsConfirming(false);
      return refresh();
    },
  });
  const isAsked = merge.isSuccess && !hasFailed;
  const preview = useQuery({
    ...mergePreviewQuery(topic.slug, into?.slug ?? ''),
    enabled: into !== null && !isAsked,
  });

  if (merge.data && !isAccepted(merge.data)) return <MergeDone done={merge.data} />;
  const jobId = merge.data?.job.id;
  const endJob = (isDone: boolean) => {
    setHasFailed(!isDone);
    return refresh();
  };
  const refusal = into && sayRefusal(preview.error, into);
  const shown = into && !preview.error ? preview.data : undefined;
  const choose = (target: Named | null) => {
    merge.reset();
    setHasFailed(false);
    setInto(target);
  };
  return (
    <div className={styles.panel}>
      {jobId ? <MergeUnderWay key={jobId} id={jobId} into={into} onEnd={endJob} /> : null}
      {isAsked ? null : (
        <>
          <TopicPicker
            label="Merge into"
            hint={`The topic that stays. It gets the articles and followers of ${topic.name}.`}
            error={refusal ?? undefined}
            value={into}
            except={topic.slug}
            onChange={choose}
          />
          {preview.error && into && !refusal ? (
            <Notice
              tone="error"
              title="It could not be worked out what this would do"
              actions={
                <Button variant="outline" onClick={() => preview.refetch()}>
                  Try again
                </Button>
              }
            >
              {preview.error.message}
            </Notice>
          ) : null}
          <div aria-live="polite">
            {shown ? <MergePreview preview={shown} /> : null}
            {into && preview.isPending ? <p>Counting what this would do…</p> : null}
          </div>
          {shown ? (
            <div>
              <Button onClick={() => setIsConfirming(true)}>
                Merge {shown.from.name} into {shown.into.name}
              </Button>
            </div>
          ) : null}
          {shown ? (
            <ConfirmMerge
              preview={shown}
              isOpen={isConfirming}
              isMerging={merge.isPending}
              error={merge.error}
              onConfirm={() => merge.mutate(shown.into)}
              onClose={() => setIsConfirming(false)}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

function ConfirmMerge(props: {
  preview: MergePreviewDto;
  isOpen: boolean;
  isMerging: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { from, into, followerCount, articleCount } = props.preview;
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen && !props.isMerging) props.onClose();
      }}
      title={`Merge ${from.name} into ${into.name}?`}
      description={`${from.name} ends, and its address leads to ${into.name}, which gets its ${counted(articleCount, 'article', 'articles')} and ${counted(followerCount, 'follower', 'followers')}. The merge can be undone.`}
      actions={
        <>
          <Button
            aria-disabled={props.isMerging || undefined}
            onClick={props.isMerging ? undefined : props.onConfirm}
          >
            {props.isMerging ? 'Merging…' : `Merge into ${into.name}`}
          </Button>
          <Button variant="outline" onClick={props.onClose} disabled={props.isMerging}>
            Cancel
          </Button>
        </>
      }
    >
      {props.error ? (
        <Notice tone="error" title="Nothing was merged">
          {sayRefusal(props.error, into) ?? props.error.message}
        </Notice>
      ) : null}
    </Dialog>
  );
}

function MergeUnderWay(props: { id: string; into: Named | null; onEnd: (isDone: boolean) => void }) {
  return (
    <WhatWasDone>
      <JobNotice
        id={props.id}
        onEnd={props.onEnd}
        actions={props.into ? <WaysOn into={props.into} /> : null}
      />
    </WhatWasDone>
  );
}

function MergeDone({ done: { from, into, followerCount, articleCount } }: { done: MergeDoneDto }) {
  return (
    <div className={styles.panel}>
      <WhatWasDone>
        <Notice
          tone="success"
          title={`${from.name} is merged into ${into.name}`}
          actions={<WaysOn into={into} />}
        >
          {`${counted(articleCount, 'article', 'articles')} and ${counted(followerCount, 'follower', 'followers')} were carried over. /topic/${from.slug} leads to ${into.name} now.`}
        </Notice>
      </WhatWasDone>
    </div>
  );
}

/** Where an editor may go once it is done. */
function WaysOn({ into }: { into: Named }) {
  return (
    <>
      <SiteLink className={buttonClass('outline')} href={`/topic/${into.slug}`}>
        See {into.name}
      </SiteLink>
      <SiteLink className={buttonClass('outline')} href="/admin/merges">
        All merges, to undo it
      </SiteLink>
    </>
  );
}

/** What is wrong with the topic that was chosen, as a sentence; null when it is something else. */
function sayRefusal(error: Error | null, into: Named): string | null {
  const why = error instanceof ApiError ? error.fields.into : undefined;
  return why ? sayOfChosen(into.name, why) : null;
}
