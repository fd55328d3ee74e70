import { AccountShell } from '@/components/layout/account-shell.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';

/** All that there is of an account that is about to be deleted: when, and the ways out. Works without JavaScript. */
export function LeavingAccount({ email, dueAt }: { email: string; dueAt: string }) {
  return (
    <AccountShell
      title="Your account will be deleted"
      intro={
        <>
          The account of {email} is deleted for good on <Timestamp at={dueAt} withClock />. Until then nothing
          is lost: keep it, and all is as it was.
        </>
      }
      footnote={
        <>
          You can still <a href="/api/account/export">download all that is kept about you</a>.
        </>
      }
    >
      <form method="post" action="/api/account/deletion">
        <input type="hidden" name="wanted" value="keep" />
        <Button type="submit">Keep my account</Button>
      </form>
      <form method="post" action="/api/signout">
        <Button type="submit" variant="outline">
          Sign out
        </Button>
      </form>
    </AccountShell>
  );
}
