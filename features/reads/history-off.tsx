import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Button } from '@/components/ui/button.tsx';

/** In place of a history that is turned off: says so, and turns it on. */
export function HistoryOff() {
  return (
    <EmptyState
      title="Your reading history is off"
      actions={
        <form method="post" action="/api/account/history">
          <input type="hidden" name="returnTo" value="/history" />
          <Button type="submit" name="keepsHistory" value="on">
            Turn it on
          </Button>
        </form>
      }
    >
      <p>
        Nothing you open is noted, and no article is marked as read. Once it is on, what you read is here for
        90 days, and nobody but you sees it.
      </p>
    </EmptyState>
  );
}
