import { DrizzleAdapter } from '@auth/drizzle-adapter';
import type { AuthOptions } from 'next-auth';
import type { DbOrTx } from '@/db/client.ts';
import { upsertUser } from '@/db/queries/accounts.ts';
import { accounts, sessions, users, verificationTokens } from '@/db/schema.ts';
import { hashToken } from '@/lib/tokens.ts';
import { uuidv7 } from '@/lib/uuid.ts';

export type IssuedSession = { sessionToken: string; expires: Date; userId: string };

type Adapter = NonNullable<AuthOptions['adapter']>;

/** The drizzle adapter on our tables, with session tokens hashed on their way into the database (T10). */
export function hashingAdapter(
  db: DbOrTx,
  failures: Failures,
  onSession?: (session: IssuedSession) => void,
): Adapter {
  const base = DrizzleAdapter(
    db as never,
    {
      usersTable: users,
      accountsTable: accounts,
      sessionsTable: sessions,
      verificationTokensTable: verificationTokens,
    } as never,
  ) as Adapter;
  const adapter: Adapter = {
    ...base,
    createUser: (user: { email: string; emailVerified: Date | null }) =>
      upsertUser(db, { id: uuidv7(), email: user.email, emailVerified: user.emailVerified ?? new Date() }),
    createSession: async (session) => {
      await base.createSession?.({ ...session, sessionToken: hashToken(session.sessionToken) });
      onSession?.(session);
      return session;
    },
    // Reading and ending sessions is session.service.ts; next-auth is given no session cookie.
    getSessionAndUser: refuse,
    deleteSession: refuse,
  };
  return failures.watch(adapter);
}

async function refuse(): Promise<never> {
  throw new Error('Sessions are neither read nor ended through next-auth.');
}

/**
 * next-auth turns every failure into a redirect. This keeps the first one of the adapter, to be
 * thrown as it was. (next-auth's logger would tell of it too, but is one for all calls at once.)
 */
export class Failures {
  private first: unknown;

  /** The adapter, its errors noted before next-auth wraps them. */
  watch(adapter: Adapter): Adapter {
    const watched = Object.entries(adapter).map(([name, method]) => [
      name,
      async (...values: unknown[]) => {
        try {
          return await (method as (...args: unknown[]) => unknown)(...values);
        } catch (error) {
          this.first ??= error;
          throw error;
        }
      },
    ]);
    return Object.fromEntries(watched) as Adapter;
  }

  rethrow(): void {
    if (this.first) throw this.first;
  }
}
