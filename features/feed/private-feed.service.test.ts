import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addUser } from '@/db/fixtures.ts';
import { feedTokens, rateLimits } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { newToken } from '@/lib/tokens.ts';
import { endPrivateFeed, getPrivateFeed, makePrivateFeed, openPrivateFeed } from './private-feed.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

describeOnEachDatabase('a private feed', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  const settings = { secret: 'a secret for tests that is long enough 123', mode: 'server' as const };
  const open = (token: string, now = NOW) => openPrivateFeed({ db, settings }, token, now);

  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users, rate_limits cascade`);
    [ann, bob] = [await addUser(db, 'Ann'), await addUser(db, 'Bob')];
  });

  it('T14 leads to its reader alone, until it is replaced or ended', async () => {
    const [anns, bobs] = [await makePrivateFeed(db, ann, NOW), await makePrivateFeed(db, bob, NOW)];
    expect([await open(anns), await open(bobs)]).toEqual([ann, bob]);
    const next = await makePrivateFeed(db, ann, NOW);
    expect([await open(anns), await open(next), await open(bobs)]).toEqual([null, ann, bob]);
    await endPrivateFeed(db, ann);
    await endPrivateFeed(db, ann);
    expect([await open(next), await open(bobs)]).toEqual([null, bob]);
    expect(await getPrivateFeed(db, ann)).toBeNull();
  });

  it('T10 is stored as a hash, and told only to whom its token was handed', async () => {
    const token = await makePrivateFeed(db, ann, NOW);
    expect(JSON.stringify(await db.select().from(feedTokens))).not.toContain(token);
    expect(await getPrivateFeed(db, ann)).toEqual({
      createdAt: NOW.toISOString(),
      lastUsedAt: null,
      token: null,
    });
    expect((await getPrivateFeed(db, ann, token))?.token).toBe(token);
    expect((await getPrivateFeed(db, ann, newToken()))?.token).toBeNull();
    expect((await getPrivateFeed(db, bob, token))?.token).toBeUndefined();
  });

  it('says to the hour when it was asked for', async () => {
    const token = await makePrivateFeed(db, ann, NOW);
    const usedAt = async () => (await getPrivateFeed(db, ann))?.lastUsedAt;
    await open(token);
    expect(await usedAt()).toBe(NOW.toISOString());
    await open(token, at(59));
    expect(await usedAt()).toBe(NOW.toISOString());
    await open(token, at(60));
    expect(await usedAt()).toBe(at(60).toISOString());
  });

  it('answers 60 times an hour, and forged addresses are counted nowhere', async () => {
    for (const forged of [newToken(), '', 'x', `${newToken()}x`, "' or true --", '\0']) {
      expect(await open(forged)).toBeNull();
    }
    expect(await db.select().from(rateLimits)).toEqual([]);
    const token = await makePrivateFeed(db, ann, NOW);
    for (let time = 0; time < 60; time++) expect(await open(token)).toBe(ann);
    await expect(open(token)).rejects.toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 3_600 });
    expect(await open(token, at(60))).toBe(ann);
  });

  it('leads nowhere while its account is about to be deleted, and back after', async () => {
    const token = await makePrivateFeed(db, ann, NOW);
    await db.execute(sql`update users set deletion_due_at = now() + interval '7 days'`);
    expect(await open(token)).toBeNull();
    await db.execute(sql`update users set deletion_due_at = null`);
    expect(await open(token)).toBe(ann);
  });
});
