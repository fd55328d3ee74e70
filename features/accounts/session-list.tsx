import { Button } from '@/components/ui/button.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import styles from './session-list.module.css';
import type { SessionDto } from './sessions.dto.ts';

/** Where a reader is signed in, with ways to end one session, all others, or all. Works without JavaScript. */
export function SessionList({ sessions }: { sessions: SessionDto[] }) {
  return (
    <>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <p className={styles.device}>
              {session.device ?? 'An unknown device'}
              {session.isThis ? <span className={styles.this}> · this device</span> : null}
            </p>
            <p className={styles.times}>
              Signed in on <Timestamp at={session.createdAt} />
              {session.isThis ? null : (
                <>
                  , last seen on <Timestamp at={session.lastSeenAt} withClock />
                </>
              )}
            </p>
            {session.isThis ? null : (
              <EndSession
                session={session.id}
                name={`End the session of ${session.device ?? 'the unknown device'}`}
              >
                End
              </EndSession>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.choices}>
        {sessions.length > 1 ? <EndSession session="others">Sign out on all other devices</EndSession> : null}
        <form method="post" action="/api/signout">
          <Button type="submit" variant="outline">
            Sign out
          </Button>
        </form>
        <form method="post" action="/api/signout?everywhere=1">
          <Button type="submit" variant="outline">
            Sign out everywhere
          </Button>
        </form>
      </div>
    </>
  );
}

function EndSession({ session, name, children }: { session: string; name?: string; children: string }) {
  return (
    <form method="post" action="/api/account/sessions">
      <input type="hidden" name="session" value={session} />
      <Button type="submit" variant="outline" aria-label={name}>
        {children}
      </Button>
    </form>
  );
}
