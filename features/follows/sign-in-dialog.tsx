'use client';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { rememberWish } from './wish.ts';

/** Offers to sign in to a visitor who wants to follow; the wish and the place are kept. Loaded on demand. */
export function SignInDialog({
  slug,
  topicName,
  onClose,
}: {
  slug: string;
  topicName: string;
  onClose: () => void;
}) {
  // In an article the follow was asked for in the box below the text: that is the place to come back to.
  const box = document.getElementById('your-globe-box') ? '#your-globe-box' : '';
  const query = new URLSearchParams({ follow: slug, returnTo: window.location.pathname + box });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Follow ${topicName}`}
      description={`Sign in with your e-mail address, without a password. You will follow ${topicName} at once, and come back to this page.`}
      actions={
        <>
          <a
            className={buttonClass('solid')}
            href={`/signin?${query}`}
            onClick={() => rememberWish(slug, topicName)}
          >
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
