import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, rateLimits, reads } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { sweepExpired } from '@/features/accounts/sweep.service.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import { forgetRead, isArticleRead, keepHistory, keepsHistory, markRead } from './reads.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

describeOnEachDatabase('the reads service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;

  beforeEach(async () => {
    db = use();
    await openNewsroom(db);
    await db.delete(rateLimits);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    iran = await addTopic(db, 'iran');
    for (const slug of ['first', 'second']) await addArticle(db, slug, [iran], { publishedAt: NOW });
  });
  const rowsOf = (userId: string) => db.select().from(reads).where(eq(reads.userId, userId));

  test('reading and forgetting are idempotent, and reading again makes it the last one read', async () => {
    await markRead(db, ann, 'first', NOW);
    await markRead(db, ann, 'first', later(1_000));
    expect(await rowsOf(ann)).toMatchObject([{ readAt: later(1_000) }]);
    // A request that was on its way for longer does not turn the clock back.
    await markRead(db, ann, 'first', NOW);
    expect(await rowsOf(ann)).toMatchObject([{ readAt: later(1_000) }]);
    expect(await isArticleRead(db, ann, 'first')).toBe(true);
    expect(await isArticleRead(db, ann, 'second')).toBe(false);
    await forgetRead(db, ann, 'first');
    await forgetRead(db, ann, 'first');
    expect(await isArticleRead(db, ann, 'first')).toBe(false);
  });

  test('T14 a reader neither sees nor changes what another has read', async () => {
    await markRead(db, ann, 'first', NOW);
    expect(await isArticleRead(db, bob, 'first')).toBe(false);
    await forgetRead(db, bob, 'first');
    await keepHistory(db, bob, false);
    expect(await rowsOf(ann)).toHaveLength(1);
    expect(await keepsHistory(db, ann)).toBe(true);
  });

  test('T20 what cannot be opened cannot be read, and is not told apart from what is not there', async () => {
    await addArticle(db, 'tomorrow', [iran], { publishedAt: later(DAY_MS), isVisible: false });
    for (const slug of ['tomorrow', 'nowhere', '']) {
      await expect(markRead(db, ann, slug, NOW)).rejects.toMatchObject({ code: 'not_found' });
      await expect(forgetRead(db, ann, slug)).rejects.toMatchObject({ code: 'not_found' });
      expect(await isArticleRead(db, ann, slug)).toBe(false);
    }
    await markRead(db, ann, 'first', NOW);
    await db.update(articles).set({ isVisible: false }).where(eq(articles.slug, 'first'));
    expect(await isArticleRead(db, ann, 'first')).toBe(false);
  });

  test('a history that ends is deleted at once, and nothing more is noted until it is wanted again', async () => {
    await markRead(db, ann, 'first', NOW);
    await keepHistory(db, ann, false);
    expect(await rowsOf(ann)).toEqual([]);
    expect(await keepsHistory(db, ann)).toBe(false);
    await markRead(db, ann, 'second', NOW);
    expect(await rowsOf(ann)).toEqual([]);
    await keepHistory(db, ann, true);
    await markRead(db, ann, 'second', NOW);
    expect(await rowsOf(ann)).toHaveLength(1);
  });

  test('of reads that come while the history ends, none stays', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await keepHistory(db, ann, true);
      const reading = () => markRead(db, ann, turn % 2 ? 'first' : 'second', NOW);
      await Promise.all([reading(), reading(), keepHistory(db, ann, false), reading(), reading()]);
      expect(await rowsOf(ann)).toEqual([]);
    }
  });

  test('a history goes back 90 days, from when an article was read last', async () => {
    await markRead(db, ann, 'first', later(-91 * DAY_MS));
    await markRead(db, bob, 'first', later(-91 * DAY_MS));
    await markRead(db, bob, 'first', later(-89 * DAY_MS));
    await sweepExpired(db, NOW);
    expect(await rowsOf(ann)).toEqual([]);
    expect(await rowsOf(bob)).toHaveLength(1);
  });
});
