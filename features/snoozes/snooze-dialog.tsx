'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { type SnoozeWish, snoozeDays } from './snooze-end.ts';
import styles from './snoozes.module.css';

type SnoozeDialogProps = {
  topic: { name: string };
  onChoose: (wish: SnoozeWish) => void;
  onClose: () => void;
};

/** For how long a follow is to bring nothing. Loaded on demand. */
export function SnoozeDialog({ topic, onChoose, onClose }: SnoozeDialogProps) {
  const [until, setUntil] = useState('');
  const { first, last } = snoozeDays(new Date());
  const choose = (wish: SnoozeWish) => {
    onChoose(wish);
    onClose();
  };
  const chooseDay = (event: FormEvent) => {
    event.preventDefault();
    choose({ until });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Snooze ${topic.name}`}
      description="You go on following it, and it brings nothing to Following until then. What else you follow still does, on the same articles too."
    >
      <div className={styles.spans}>
        <Button variant="outline" onClick={() => choose({ for: 'day' })}>
          For a day
        </Button>
        <Button variant="outline" onClick={() => choose({ for: 'week' })}>
          For a week
        </Button>
      </div>
      <form className={styles.day} onSubmit={chooseDay}>
        <TextField
          label="Until a day"
          type="date"
          required
          min={first}
          max={last}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button type="submit" variant="outline">
          Snooze until then
        </Button>
      </form>
    </Dialog>
  );
}
