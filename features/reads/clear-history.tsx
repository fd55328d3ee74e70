import { Button } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './clear-history.module.css';

/** Clears the whole history, once asked twice: it cannot be undone. Works without JavaScript. */
export function ClearHistory() {
  return (
    <details className={styles.clear}>
      <summary className={styles.summary}>Clear history</summary>
      <form method="post" action="/api/account/history/clear" className={styles.form}>
        <p>
          All that you read is forgotten, and cannot be brought back: every article counts as unread again.
          What you read from then on is noted. To have nothing noted at all,{' '}
          <SiteLink href="/account#history">turn the history off</SiteLink>.
        </p>
        <Button type="submit" variant="outline">
          Clear all of it
        </Button>
      </form>
    </details>
  );
}
