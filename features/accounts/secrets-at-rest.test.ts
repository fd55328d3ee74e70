import { sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import type { Db } from '@/db/client.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { makePrivateFeed, openPrivateFeed } from '@/features/feed/private-feed.service.ts';
import { confirmSubscription, subscribe } from '@/features/newsletters/newsletters.service.ts';
import { linkIn, openSignInDesk, TEST_SETTINGS } from './testing.ts';

describeOnEachDatabase('a dump of every table', (use) => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('T10 yields no session, no sign-in link, no confirmation, no leave link and no private feed', async () => {
    const desk = await openSignInDesk(use());
    const session = await desk.signIn('ann@example.com');
    await desk.ask('bob@example.com');
    const letter = { newsletter: 'morning', email: 'ann@example.com', clientAddress: '203.0.113.9' } as const;
    await subscribe(desk.deps, letter);
    await confirmSubscription(desk.deps, linkIn(desk.mails.at(-1)).token);
    await subscribe(desk.deps, { ...letter, newsletter: 'evening' });

    const feed = await makePrivateFeed(use(), session.userId, new Date());
    expect(await openPrivateFeed(desk.deps, feed, new Date())).toBe(session.userId);

    const tokens = desk.mails.map((mail) => linkIn(mail).token);
    const dump = await dumpAll(use());
    for (const kept of ['ann@example.com', 'bob@example.com', session.userId]) expect(dump).toContain(kept);
    expect(tokens).toHaveLength(5);
    for (const secret of [...tokens, session.sessionToken, feed, TEST_SETTINGS.secret]) {
      expect(secret.length).toBeGreaterThan(40);
      expect(dump).not.toContain(secret);
    }
  });
});

/** Every row of every table, as text. */
async function dumpAll(db: Db): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const parts = await Promise.all(
    tables.rows.map(({ name }) =>
      db.execute<{ row: string }>(sql.raw(`select row_to_json(t)::text as row from ${name} t`)),
    ),
  );
  return parts.flatMap((part) => part.rows.map(({ row }) => row)).join('\n');
}
