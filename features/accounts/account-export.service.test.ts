import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { exportAccount } from './account-export.service.ts';
import { addFullAccount, type FullAccount, rowsWith } from './full-account.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const SITE = 'https://news.example.com';

/** Columns of the type of a user's id that are the id of something else. */
const OTHER_IDS = ['sessions.id', 'newsletter_subscriptions.id', 'newsroom_jobs.id'];
/** By nothing but a hash of something that only the mail or the cookie had. */
const BY_HASH_ALONE = ['follow_intents', 'rate_limits'];

describeOnEachDatabase('everything about me', (use) => {
  let db: Db;
  let ann: FullAccount;
  let bob: FullAccount;
  let turn = 0;

  beforeEach(async () => {
    db = use();
    await db.execute(
      sql`truncate users, topics, articles, newsletter_subscriptions, verification_tokens, newsroom_jobs cascade`,
    );
    // The audit log of the test before is still there: nothing can be taken out of it.
    turn += 1;
    ann = await addFullAccount(db, `Ann-${turn}`);
    bob = await addFullAccount(db, `Bob-${turn}`);
  });

  it('holds a row of every table that has anything about its reader', async () => {
    const about = new Set([
      ...(await rowsWith(db, ann.id)).keys(),
      ...(await rowsWith(db, ann.email)).keys(),
    ]);
    // A table the fixture knows nothing of would make it incomplete, and the export with it.
    expect([...about].sort()).toEqual([...ann.marks.keys()].sort());
    const text = await exportAccount(db, ann.id, SITE, NOW);
    for (const [table, at] of ann.marks) expect(text, table).toContain(at.toISOString());
  });

  it('forgets no column that could name a reader', async () => {
    const { rows } = await db.execute<{ place: string; table: string; type: string }>(
      sql`select table_name || '.' || column_name as place, table_name as table, data_type as type
          from information_schema.columns
          where table_schema = 'public' and (data_type = 'uuid' or column_name ~ 'email|identifier|user|reader|person')`,
    );
    const named = rows.filter(
      ({ place, table }) => !OTHER_IDS.includes(place) && !BY_HASH_ALONE.includes(table),
    );
    expect(named.length).toBeGreaterThan(15);
    for (const { place, table } of named) expect(ann.marks.has(table), place).toBe(true);
  });

  it('T10 T14 holds no secret, not even its hash, and nothing of anyone else', async () => {
    const text = await exportAccount(db, ann.id, SITE, NOW);
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    for (const other of [bob.id, bob.email, 'topic-of-bob']) expect(text).not.toContain(other);
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      account: { id: ann.id, email: ann.email, keepsHistory: true, foldsFeed: true },
      follows: [{ slug: expect.stringContaining('topic-of-ann') }],
    });
  });

  it('is refused for someone who is not there', async () => {
    await expect(exportAccount(db, '01890000-0000-7000-8000-00000000dead', SITE, NOW)).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });
});
