import { Button } from '@/components/ui/button.tsx';
import styles from './history-form.module.css';

/** Whether a history of what the reader reads is kept. Works without JavaScript. */
export function HistoryForm({ keepsHistory }: { keepsHistory: boolean }) {
  return (
    <form id="history" method="post" action="/api/account/history">
      {/* A box that is not ticked sends nothing: then this is the answer. Of two the last counts. */}
      <input type="hidden" name="keepsHistory" value="off" />
      <label className={styles.choice}>
        <input
          className={styles.box}
          type="checkbox"
          name="keepsHistory"
          value="on"
          defaultChecked={keepsHistory}
          aria-describedby="history-hint"
        />
        Keep a history of what I read
      </label>
      <p className={styles.hint} id="history-hint">
        Nobody but you sees it. An article leaves it 90 days after you read it last. Without a history nothing
        is noted, and what was kept is deleted at once.
      </p>
      <Button type="submit" variant="outline">
        Save choice
      </Button>
    </form>
  );
}
