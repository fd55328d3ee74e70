import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { snoozeDays } from './snooze-end.ts';
import styles from './snoozes.module.css';

type SnoozeFormProps = {
  topic: { slug: string; name: string };
  isSnoozed: boolean;
  now: Date;
  /** The day that was sent is past, too far away, or no day. */
  isRefused: boolean;
};

/** Snoozes a followed topic, or wakes it, without JavaScript. */
export function SnoozeForm({ topic, isSnoozed, now, isRefused }: SnoozeFormProps) {
  const { first, last } = snoozeDays(now);
  return (
    <form method="post" action="/api/snooze" className={styles.form}>
      <input type="hidden" name="topic" value={topic.slug} />
      {isSnoozed ? (
        <Button type="submit" variant="outline" name="wanted" value="wake">
          Wake {topic.name} now
        </Button>
      ) : (
        <>
          <div className={styles.spans}>
            <Button type="submit" variant="outline" name="wanted" value="day">
              Snooze for a day
            </Button>
            <Button type="submit" variant="outline" name="wanted" value="week">
              Snooze for a week
            </Button>
          </div>
          <div className={styles.day}>
            <TextField
              label="Snooze until a day"
              type="date"
              name="until"
              min={first}
              max={last}
              {...(isRefused && { error: 'Choose a day to come, at most a year away.' })}
            />
            <Button type="submit" variant="outline" name="wanted" value="until">
              Snooze until then
            </Button>
          </div>
          <p>A snoozed topic stays followed, and brings nothing to Following until then.</p>
        </>
      )}
    </form>
  );
}
