'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { ApiError } from '@/lib/api-client.ts';
import { sendNewTopic } from './topic-admin.queries.ts';
import { changedFields, EMPTY_FIELDS, type TopicFields, type TopicRef, toRequest } from './topic-fields.ts';
import { TopicFieldset } from './topic-fieldset.tsx';
import styles from './topic-form.module.css';
import { useFirstErrorFocus } from './use-first-error-focus.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

const NONE = {};

/** Makes a topic, under `parent` to begin with, and goes on to its page. */
export function NewTopicForm({ parent }: { parent: TopicRef | null }) {
  const router = useRouter();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const blank: TopicFields = { ...EMPTY_FIELDS, parent };
  const [values, setValues] = useState(blank);
  const { mutate, error, isPending } = useMutation({ mutationFn: sendNewTopic });
  const problem = error instanceof ApiError ? error : null;
  const errors = problem?.fields ?? NONE;
  useFirstErrorFocus(form, errors);
  useUnsavedWarning(changedFields(blank, values).length > 0);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const given = changedFields(EMPTY_FIELDS, values);
    mutate(toRequest(values, [...new Set([...given, 'name' as const, 'kind' as const])]), {
      onSuccess: (topic) => {
        setValues(blank);
        showMessage(`${topic.name} is made. Its page is /topic/${topic.slug}.`);
        void client.invalidateQueries({ queryKey: ['admin-topics'] });
        router.push(`/admin/topics/${topic.slug}`);
      },
    });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {problem && Object.keys(errors).length === 0 ? (
        <Notice tone="error" title="Nothing was made">
          {problem.message}
        </Notice>
      ) : null}
      <TopicFieldset
        values={values}
        errors={errors}
        onChange={(fields) => setValues({ ...values, ...fields })}
      />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={isPending}>
          {isPending ? 'Making…' : 'Make topic'}
        </Button>
      </div>
    </form>
  );
}
