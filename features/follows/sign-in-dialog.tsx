'use client';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { GuestRefusal } from '@/features/me/guest.ts';
import { GUEST_FOLLOW_LIMIT } from '@/features/me/guest-limit.ts';
import { placeHere } from './place-here.ts';

/** Why it takes an account: the session has ended, or this browser keeps as many as it does, or nothing. */
export type SignInReason = 'ended' | GuestRefusal;

const DESCRIPTIONS: Record<SignInReason, (name: string) => string> = {
  ended: (name) =>
    `Sign in with your e-mail address, without a password. You will follow ${name} at once, and come back to this page.`,
  full: (name) =>
    `Without an account you can follow ${GUEST_FOLLOW_LIMIT} topics and authors, and you do. Sign in with your e-mail address: you keep them all, follow ${name} too, and come back to this page.`,
  refused: (name) =>
    `Without an account what you follow is kept in this browser, and it does not let us keep anything. Sign in with your e-mail address: you will follow ${name} at once, and come back to this page.`,
};

/** Offers to sign in to who cannot follow without; the wish and the place are kept. Loaded on demand. */
export function SignInDialog({
  slug,
  topicName,
  reason,
  onClose,
}: {
  slug: string;
  topicName: string;
  reason: SignInReason;
  onClose: () => void;
}) {
  const query = new URLSearchParams({ follow: slug, returnTo: placeHere() });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Follow ${topicName}`}
      description={DESCRIPTIONS[reason](topicName)}
      actions={
        <>
          <a className={buttonClass('solid')} href={`/signin?${query}`}>
            Sign in to follow
          </a>
          <Button variant="outline" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    />
  );
}
