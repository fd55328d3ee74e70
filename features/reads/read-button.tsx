'use client';
import type { MouseEvent } from 'react';
import { MarkButton } from '@/components/feed/mark-form.tsx';
import { CheckIcon } from '@/components/ui/icons.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { useMark } from '@/features/me/use-mark.ts';

type ReadButtonProps = {
  slug: string;
  headline: string;
  isRead: boolean;
};

/** Marks the article of its `MarkForm` as read without opening it, or as unread; pressing again undoes it. */
export function ReadButton({ slug, headline, isRead: known }: ReadButtonProps) {
  const { setMark, wished } = useMark('isRead', slug, (error, isWanted) => {
    const what = isWanted ? 'read' : 'unread';
    showMessage(`Could not mark the article as ${what}. ${error.message}`, undefined, `read:${slug}`);
  });
  const isRead = wished ?? known;
  const words = isRead ? 'Mark as unread' : 'Mark as read';
  const press = (event: MouseEvent) => {
    event.preventDefault();
    setMark({ isWanted: !isRead });
  };
  return (
    <MarkButton
      action="/api/read"
      wanted={isRead ? 'unread' : 'read'}
      label={`${words}: ${headline}`}
      onPress={press}
    >
      <CheckIcon size={16} />
      {words}
    </MarkButton>
  );
}
