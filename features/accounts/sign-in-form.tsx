import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmailField } from '@/components/ui/email-field.tsx';
import { GuestFollowsField } from './guest-follows-field.tsx';

export interface SignInFormProps {
  returnTo: string;
  /** A topic to follow once signed in. */
  follow?: { slug: string; name: string } | undefined;
  /** What was typed before, when it comes back with an error. */
  email?: string | undefined;
  /** A code: `email`, `too-many` or `mail`. */
  error?: string | undefined;
}

/** Asks for the address to send a sign-in link to. Works without JavaScript. */
export function SignInForm({ returnTo, follow, email, error }: SignInFormProps) {
  return (
    <AccountShell
      title="Sign in"
      intro={
        follow
          ? `Sign in, and you follow ${follow.name}. We send you a link; there is no password to remember.`
          : 'We send you a link to sign in with; there is no password to remember.'
      }
      footnote="Your address is used to sign you in and for the letters you ask for, and for nothing else. The first time you sign in, your account is made."
    >
      <form method="post" action="/api/signin">
        <input type="hidden" name="returnTo" value={returnTo} />
        {follow ? <input type="hidden" name="follow" value={follow.slug} /> : null}
        <GuestFollowsField />
        <EmailField label="E-mail address" typed={email} error={error} />
        <Button type="submit">Send me a link</Button>
      </form>
    </AccountShell>
  );
}
