'use client';
import type { MouseEvent } from 'react';
import { MarkButton, MarkForm } from '@/components/feed/mark-form.tsx';
import { CloseIcon } from '@/components/ui/icons.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { useMark } from '@/features/me/use-mark.ts';
import type { KeptItemDto } from './saved.dto.ts';
import type { KeptList } from './saved.queries.ts';

const LISTS = {
  saved: {
    mark: 'isSaved',
    about: 'save',
    action: '/api/save',
    wanted: 'remove',
    removed: 'Removed from Saved.',
  },
  history: {
    mark: 'isRead',
    about: 'read',
    action: '/api/read',
    wanted: 'unread',
    removed: 'Removed from your reading history.',
  },
} as const;

export const removeButtonId = (slug: string) => `remove-${slug}`;

type RemoveButtonProps = {
  list: KeptList;
  item: KeptItemDto;
  q: string;
  onLeave: (slug: string) => void;
  onBack: () => void;
};

/** Takes an article out of a list of what was kept; Undo puts it back where it was. */
export function RemoveButton({ list, item, q, onLeave, onBack }: RemoveButtonProps) {
  const { mark, action, wanted, removed, ...words } = LISTS[list];
  // What was said when it was saved is so no longer.
  const about = `${words.about}:${item.slug}`;
  const { setMark } = useMark(mark, item.slug, (error, isWanted) => {
    showMessage(`Could not ${isWanted ? 'put it back' : 'remove it'}. ${error.message}`, undefined, about);
  });
  const undo = () => {
    setMark({ isWanted: true, at: item.keptAt });
    onBack();
  };
  const press = (event: MouseEvent) => {
    event.preventDefault();
    onLeave(item.slug);
    setMark({ isWanted: false });
    showMessage(removed, { label: 'Undo', onPress: undo }, about);
  };
  return (
    <MarkForm article={item.slug} fields={{ at: item.keptAt, q: q || undefined }}>
      <MarkButton
        action={action}
        wanted={wanted}
        id={removeButtonId(item.slug)}
        label={`Remove: ${item.headline}`}
        onPress={press}
      >
        <CloseIcon size={16} />
        Remove
      </MarkButton>
    </MarkForm>
  );
}
