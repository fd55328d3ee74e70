'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { isAccepted } from '@/features/jobs/jobs.queries.ts';
import { ApiError } from '@/lib/api-client.ts';
import { JobNotice } from './job-notice.tsx';
import { TopicConflict } from './topic-conflict.tsx';
import type { EditedTopicDto } from './topic-editing.dto.ts';
import { changedFields, fieldsOf, inSentence, type TopicFields, toRequest } from './topic-fields.ts';
import { TopicFieldset } from './topic-fieldset.tsx';
import styles from './topic-form.module.css';
import { useEditedTopic, useTopicChange } from './use-edited-topic.ts';
import { useFirstErrorFocus } from './use-first-error-focus.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

const NONE = {};
/** The new address of a topic that was saved here: its page comes anew, and the focus goes where it was. */
let savedAs: string | null = null;

/** Changes what a topic is called, where it stands and what is said of it. Only what was changed is sent. */
export function TopicForm({ topic: initial }: { topic: EditedTopicDto }) {
  const topic = useEditedTopic(initial);
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [edits, setEdits] = useState<Partial<TopicFields>>(NONE);
  /** The topic as it was when this editor began to change it. */
  const [base, setBase] = useState<TopicFields | null>(null);
  const change = useTopicChange(topic);
  const stored = fieldsOf(topic);
  const values = { ...stored, ...edits };
  const changed = changedFields(stored, values);
  // While this form's own change comes back, that is what differs.
  const theirs = base && !change.isPending ? changedFields(base, stored) : [];
  const error = change.error instanceof ApiError ? change.error : null;
  const errors = error?.fields ?? NONE;
  useFirstErrorFocus(form, errors);
  useUnsavedWarning(changed.length > 0);
  useEffect(() => {
    if (savedAs !== initial.slug) return;
    savedAs = null;
    form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [initial.slug]);

  const save = () => {
    if (change.isPending) return;
    if (changed.length === 0) return showMessage('There is nothing to save.');
    change.mutate(toRequest(values, changed), {
      onSuccess: (saved) => {
        if (isAccepted(saved)) return;
        setEdits(NONE);
        setBase(null);
        const what = changed.map(inSentence).join(', ');
        const redirect = saved.slug === topic.slug ? '' : ` /topic/${topic.slug} leads to it from now on.`;
        showMessage(`${saved.name} is saved: ${what}.${redirect}`);
        if (saved.slug !== topic.slug) {
          savedAs = saved.slug;
          router.replace(`/admin/topics/${saved.slug}`, { scroll: false });
        }
        // The page's title is the server's.
        else if (saved.name !== topic.name) router.refresh();
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const takeTheirs = () => {
    const isMine = ([name]: [string, unknown]) => !theirs.some((field) => field === name);
    setEdits(Object.fromEntries(Object.entries(edits).filter(isMine)));
    setBase(stored);
    change.reset();
    showMessage('The form shows what the other editor saved.');
  };
  const endJob = (isDone: boolean) => {
    // What was typed is kept where nothing came of it.
    if (isDone) {
      setEdits(NONE);
      setBase(null);
    }
    router.refresh();
  };
  const edit = (fields: Partial<TopicFields>) => {
    if (edits === NONE) setBase(stored);
    setEdits({ ...edits, ...fields });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {base && theirs.length > 0 ? (
        <TopicConflict
          known={base}
          theirs={stored}
          mine={values}
          onKeepMine={save}
          onTakeTheirs={takeTheirs}
        />
      ) : error && Object.keys(errors).length === 0 ? (
        <Notice tone="error" title="Nothing was saved">
          {error.message}
        </Notice>
      ) : null}
      {change.data && isAccepted(change.data) ? (
        <JobNotice key={change.data.job.id} id={change.data.job.id} onEnd={endJob} />
      ) : null}
      <TopicFieldset values={values} errors={errors} slug={topic.slug} onChange={edit} />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={change.isPending}>
          {change.isPending ? 'Saving…' : 'Save'}
        </Button>
        <span className={styles.note}>
          {changed.length > 0 ? 'Not saved yet' : `Version ${topic.version}`}
        </span>
      </div>
    </form>
  );
}
