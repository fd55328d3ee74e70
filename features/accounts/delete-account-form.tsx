import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';

/** What went wrong, by its code in the address. */
const WRONG = new Map([
  ['last-admin', 'You are the last administrator. Make someone else an administrator first.'],
  ['mail', 'The mail that says how to come back could not be sent just now. Try again in a few minutes.'],
  ['too-many', 'You have asked for this several times. Wait 15 minutes, then try again.'],
]);

export interface DeleteAccountFormProps {
  email: string;
  /** False when the reader has to sign in again before they may ask. */
  isRecent: boolean;
  /** What was typed before, when it was not the address. */
  typed?: string | undefined;
  /** A code: `email`, `last-admin`, `mail` or `too-many`. */
  error?: string | undefined;
}

/** Asks twice before an account is deleted. Works without JavaScript. */
export function DeleteAccountForm({ email, isRecent, typed, error }: DeleteAccountFormProps) {
  const wrong = WRONG.get(error ?? '');
  return (
    <AccountShell
      title="Delete your account"
      intro="What you follow, mute, save and have read is deleted, with the account and the newsletters to its address. You have seven days to change your mind; after that nobody can bring it back."
      footnote={
        <>
          Before you go you may <a href="/api/account/export">download all that is kept about you</a>. If it
          is only about your history, or about mails, <SiteLink href="/account">your account</SiteLink> has a
          switch for each.
        </>
      }
    >
      {wrong ? <Notice tone="error" title={wrong} /> : null}
      {isRecent ? (
        <form method="post" action="/api/account/deletion">
          <input type="hidden" name="wanted" value="delete" />
          <TextField
            label="Type your e-mail address"
            hint={`It is ${email}.`}
            name="email"
            type="text"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
            autoFocus={error === 'email'}
            defaultValue={typed}
            {...(error === 'email' ? { error: 'This is not the address of your account.' } : {})}
          />
          <Button type="submit">Delete my account</Button>
        </form>
      ) : (
        <>
          <p>
            You signed in a while ago. To be sure that it is you, sign out and in again, then come back here.
          </p>
          <form method="post" action="/api/signout">
            <Button type="submit">Sign out</Button>
          </form>
        </>
      )}
      <div>
        <SiteLink className={buttonClass('outline')} href="/account">
          Keep my account
        </SiteLink>
      </div>
    </AccountShell>
  );
}
