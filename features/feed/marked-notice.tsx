import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';

type MarkedNoticeProps = {
  count: number;
  /** The signed way back. */
  undo: string;
  /** The page to go back to. */
  returnTo: string;
};

/** After "Mark all as read" without JavaScript: what was marked, and the way back. */
export function MarkedNotice({ count, undo, returnTo }: MarkedNoticeProps) {
  if (count === 0) return <Notice tone="success" title="All that was shown was read already" />;
  const title = count === 1 ? 'One article is marked as read' : `${count} articles are marked as read`;
  return (
    <Notice
      tone="success"
      title={title}
      actions={
        <form method="post" action="/api/feed/read/undo">
          <input type="hidden" name="undo" value={undo} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <Button type="submit" variant="outline" size="small">
            Undo
          </Button>
        </form>
      }
    />
  );
}
