import { sql } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Db } from '@/db/client.ts';
import type { Mail } from '@/features/mail/mail.service.ts';
import { confirmSignIn, requestSignIn, type SignInDeps } from './sign-in.service.ts';

/** When tests of signing in begin. */
export const NOW = new Date('2026-11-20T09:00:00.000Z');

export const TEST_SETTINGS = {
  appUrl: 'https://news.example.com',
  secret: 'a secret for tests that is long enough 123',
  mode: 'server' as const,
  adminEmails: ['chief@example.com'],
};

/** What a test of signing in works with: mails are kept in `mails` instead of sent. */
export type SignInDesk = {
  deps: SignInDeps;
  mails: Mail[];
  ask(email: string, more?: { returnTo?: string; followSlugs?: string[] }): Promise<void>;
  /** Asks for a link and uses it. */
  signIn(email: string, previousSessionToken?: string): ReturnType<typeof confirmSignIn>;
};

/**
 * Empties the tables of signing in and sets the clock to `NOW`; call `vi.useRealTimers()` after.
 * Only `Date` is set (next-auth reads the clock itself): the database drivers need real timers.
 */
export async function openSignInDesk(db: Db): Promise<SignInDesk> {
  vi.setSystemTime(NOW);
  await db.execute(
    sql`truncate users, sessions, verification_tokens, rate_limits, topics, topic_redirects, follow_intents cascade`,
  );
  const mails: Mail[] = [];
  const deps: SignInDeps = {
    db,
    settings: TEST_SETTINGS,
    mailer: { send: async (mail) => void mails.push(mail) },
  };
  const ask: SignInDesk['ask'] = (email, more = {}) =>
    requestSignIn(deps, { email, clientAddress: '203.0.113.9', ...more });
  const signIn: SignInDesk['signIn'] = async (email, previousSessionToken) => {
    await ask(email);
    return confirmSignIn(deps, {
      ...linkIn(mails.at(-1)),
      previousSessionToken: previousSessionToken ?? null,
    });
  };
  return { deps, mails, ask, signIn };
}

/** The link in a mail, as the page behind it gets it. */
export function linkIn(mail: Mail | undefined): {
  token: string;
  email: string;
  returnTo: string | null;
  url: URL;
} {
  const url = new URL(/https:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'missing:');
  return {
    token: url.searchParams.get('token') ?? '',
    email: url.searchParams.get('email') ?? '',
    returnTo: url.searchParams.get('returnTo'),
    url,
  };
}
