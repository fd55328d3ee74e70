'use client';
import type { MouseEvent } from 'react';
import { MarkButton } from '@/components/feed/mark-form.tsx';
import type { ButtonVariant } from '@/components/ui/button.tsx';
import { SaveIcon } from '@/components/ui/icons.tsx';
import { dismissMessagesAbout, showMessage } from '@/components/ui/messages.ts';
import { readHint } from '@/features/me/use-has-session.ts';
import { useMark } from '@/features/me/use-mark.ts';

export type SaveButtonProps = {
  slug: string;
  /** Says which article to those who hear it, where there are several. */
  headline?: string;
  /** Undefined while that is not known. */
  isSaved: boolean | undefined;
  variant?: ButtonVariant;
};

const openSaved = { label: 'See what you saved', onPress: () => window.location.assign('/saved') };

/** Saves the article of its `MarkForm`, and takes it out again when pressed once more. A visitor is led to sign in. */
export function SaveButton({ slug, headline, isSaved: known, variant = 'quiet' }: SaveButtonProps) {
  const about = `save:${slug}`;
  const { setMark, wished } = useMark('isSaved', slug, (error, isWanted) => {
    showMessage(`Could not ${isWanted ? 'save' : 'remove'} the article. ${error.message}`, undefined, about);
  });
  const isSaved = wished ?? known ?? false;
  const word = isSaved ? 'Saved' : 'Save';
  const press = (event: MouseEvent) => {
    // Without a session the form is sent, and leads to sign in.
    if (!readHint()) return;
    event.preventDefault();
    setMark({ isWanted: !isSaved });
    if (isSaved) dismissMessagesAbout(about);
    else showMessage('Saved.', openSaved, about);
  };
  return (
    <MarkButton
      action="/api/save"
      wanted={isSaved ? 'remove' : 'save'}
      variant={variant}
      isPressed={wished ?? known}
      label={headline && `${word}: ${headline}`}
      onPress={press}
    >
      <SaveIcon size={16} isFilled={isSaved} />
      {word}
    </MarkButton>
  );
}
