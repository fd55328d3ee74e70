import { afterAll, beforeAll, expect, it } from 'vitest';
import { verificationTokens } from '@/db/schema.ts';
import { openTestPglite } from '@/db/testing.ts';
import { hashToken } from '@/lib/tokens.ts';
import { consumeLink, issueLink } from './next-auth.ts';

const SECRET = 'a secret for tests that is long enough 123';

let working: Awaited<ReturnType<typeof openTestPglite>>;
let broken: Awaited<ReturnType<typeof openTestPglite>>;

beforeAll(async () => {
  [working, broken] = await Promise.all([openTestPglite(), openTestPglite()]);
  await broken.close();
});
afterAll(() => working.close());

it('T10 stores the hash of a link that the rest of the code uses too', async () => {
  const link = await issueLink(working.db, SECRET, 'ann@example.com');
  const rows = await working.db.select().from(verificationTokens);
  expect(rows).toEqual([
    { identifier: 'ann@example.com', token: hashToken(link.token), expires: link.expires },
  ]);
});

it('does not let the failure of one call reach others at the same time', async () => {
  const calls = Array.from({ length: 10 }, (_, n) =>
    issueLink(n % 2 === 0 ? working.db : broken.db, SECRET, `reader${n}@example.com`),
  );
  const results = await Promise.allSettled(calls);
  expect(results.map((result) => result.status)).toEqual(
    Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? 'fulfilled' : 'rejected')),
  );
  await expect(consumeLink(broken.db, SECRET, { token: 'x', email: 'ann@example.com' })).rejects.toThrow(
    /Failed query/,
  );
});

it('is not led astray by what the environment says about next-auth', async () => {
  const before = { ...process.env };
  Object.assign(process.env, { NEXTAUTH_URL: 'https://other.example/base', AUTH_TRUST_HOST: '1' });
  try {
    const link = await issueLink(working.db, SECRET, 'bob@example.com');
    const session = await consumeLink(working.db, SECRET, { token: link.token, email: 'bob@example.com' });
    expect(session?.sessionToken).toMatch(/^[\w-]{43}$/);
  } finally {
    process.env = before;
  }
});
