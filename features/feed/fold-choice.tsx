'use client';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { showMessage } from '@/components/ui/messages.ts';
import { sendFolding } from './feed.queries.ts';
import styles from './fold-choice.module.css';

type FoldChoiceProps = {
  folds: boolean;
  /** Shows the choice at once, and takes it back where it could not be kept. */
  onChange: (folds: boolean) => void;
};

/** Whether long runs on one topic are folded, kept for the reader on every device. A form without JavaScript. */
export function FoldChoice({ folds, onChange }: FoldChoiceProps) {
  const { mutate } = useMutation({
    mutationKey: ['folding'],
    scope: { id: 'folding' },
    mutationFn: sendFolding,
    onMutate: onChange,
    onError: (error, wanted) => {
      onChange(!wanted);
      showMessage(`Your choice could not be kept. ${error.message}`);
    },
  });
  const choose = (event: FormEvent) => {
    event.preventDefault();
    mutate(!folds);
  };
  return (
    <form method="post" action="/api/folding" className={styles.choice} onSubmit={choose}>
      <span>{folds ? 'Long runs on one topic are folded.' : 'Everything is shown, strictly by time.'}</span>
      <button type="submit" name="folds" value={folds ? 'off' : 'on'} className={styles.button}>
        {folds ? 'Everything, strictly by time' : 'Fold long runs'}
      </button>
    </form>
  );
}
