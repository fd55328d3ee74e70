import { createHash, randomBytes } from 'node:crypto';
import NextAuthImport, { type AuthOptions } from 'next-auth';
import type { EmailConfig } from 'next-auth/providers/email';
import type { DbOrTx } from '@/db/client.ts';
import { newToken } from '@/lib/tokens.ts';
import { SESSION_SECONDS } from './cookies.ts';
import { Failures, hashingAdapter, type IssuedSession } from './next-auth-adapter.ts';

/**
 * next-auth, called in-process for what it is good at: making and checking mailed links, creating
 * users and sessions. It is never routed over HTTP, sends no mail and sets no cookie; see
 * docs/decisions/003-next-auth-in-process.md.
 */

/** How long a mailed link works (T5). */
export const LINK_SECONDS = 10 * 60;

/** next-auth would log addresses and hashes; what fails is thrown instead. */
const SILENT = { error: () => undefined, warn: () => undefined, debug: () => undefined };

export type IssuedLink = { token: string; expires: Date };

type NextAuthCall = (request: PagesRequest, response: PagesResponse, options: AuthOptions) => Promise<void>;
type PagesRequest = {
  method: 'GET' | 'POST';
  query: Record<string, string | string[]>;
  body: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
};

// A CommonJS module: bundlers give its default export, Node the module around it.
const callNextAuth = ((NextAuthImport as unknown as { default?: NextAuthCall }).default ??
  NextAuthImport) as unknown as NextAuthCall;

/** Makes a sign-in link for a normalised address. `db` holds the hash of its token; only we have the token. */
export async function issueLink(db: DbOrTx, secret: string, email: string): Promise<IssuedLink> {
  let issued: IssuedLink | undefined;
  const failures = new Failures();
  const options = authOptions(db, secret, failures, {
    sendVerificationRequest: ({ token, expires }) => {
      issued = { token, expires };
    },
  });
  // next-auth wants its own CSRF token with every POST; ours are checked at the door, by Origin.
  const csrf = randomBytes(32).toString('hex');
  const proof = createHash('sha256').update(`${csrf}${secret}`).digest('hex');
  const response = new PagesResponse();
  await callNextAuth(
    {
      method: 'POST',
      query: { nextauth: ['signin', 'email'] },
      body: { email, csrfToken: csrf },
      cookies: { 'next-auth.csrf-token': `${csrf}|${proof}` },
      headers: {},
    },
    response,
    options,
  );
  failures.rethrow();
  if (!issued) throw new Error(`next-auth issued no link: ${response.location}`);
  return issued;
}

/**
 * Uses a link up and starts a session for its address, creating the user on first sign-in. Null
 * when the link is unknown, used or past its time. Of many calls at once one gets the session.
 */
export async function consumeLink(
  db: DbOrTx,
  secret: string,
  link: { token: string; email: string },
): Promise<IssuedSession | null> {
  if (!link.token) return null;
  let started: IssuedSession | undefined;
  const failures = new Failures();
  const options = authOptions(db, secret, failures, {
    onSession: (session) => {
      started = session;
    },
  });
  const response = new PagesResponse();
  await callNextAuth(
    {
      method: 'GET',
      query: { nextauth: ['callback', 'email'], ...link },
      body: {},
      cookies: {},
      headers: {},
    },
    response,
    options,
  );
  failures.rethrow();
  if (!started && !response.location.includes('error=Verification')) {
    throw new Error(`next-auth started no session: ${response.location}`);
  }
  return started ?? null;
}

function authOptions(
  db: DbOrTx,
  secret: string,
  failures: Failures,
  hooks: {
    sendVerificationRequest?: EmailConfig['sendVerificationRequest'];
    onSession?: (session: IssuedSession) => void;
  },
): AuthOptions {
  const provider: EmailConfig = {
    id: 'email',
    type: 'email',
    name: 'Email',
    server: '',
    from: '',
    maxAge: LINK_SECONDS,
    // Appended to the token before it is hashed. Empty, what is stored is hashToken(token), as everywhere.
    secret: '',
    generateVerificationToken: newToken,
    normalizeIdentifier: (identifier) => identifier,
    sendVerificationRequest: hooks.sendVerificationRequest ?? (() => undefined),
    options: {},
  };
  return {
    adapter: hashingAdapter(db, failures, hooks.onSession),
    providers: [provider],
    secret,
    useSecureCookies: false,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, generateSessionToken: newToken },
    callbacks: { redirect: () => '/' },
    logger: SILENT,
  };
}

/** As much of a pages-style response as next-auth uses. All that is kept is where it would redirect to. */
class PagesResponse {
  location = '';

  status(): this {
    return this;
  }
  getHeader(): string[] {
    return [];
  }
  setHeader(name: string, value: string): this {
    if (name === 'Location') this.location = value;
    return this;
  }
  end(): void {}
  send(): void {}
  json(): void {}
}
