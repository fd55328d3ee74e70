'use client';
import { useLayoutEffect } from 'react';
import { showMessage } from '@/components/ui/messages.ts';
import { send } from '@/lib/api-client.ts';

const ACTION = '/api/newsletters/subscribe';

/**
 * Keeps a reader who signs up for a newsletter on the page they are reading: takes over the forms
 * that would lead to `/newsletters`, and says here what came of it. Without it they work all the same.
 */
export function SignUpIsland() {
  // Of the layout: listening when the page's first press reaches it (lib/early-script.ts).
  useLayoutEffect(() => {
    const takeOver = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== ACTION) return;
      event.preventDefault();
      const { newsletter, email } = Object.fromEntries(new FormData(form));
      send('POST', ACTION, { newsletter, email }).then(
        () => {
          form.reset();
          showMessage(`Check your mail: a link to confirm is on its way to ${email}.`);
        },
        (error: Error) => showMessage(`You are not signed up yet. ${error.message}`),
      );
    };
    document.addEventListener('submit', takeOver);
    return () => document.removeEventListener('submit', takeOver);
  }, []);
  return null;
}
