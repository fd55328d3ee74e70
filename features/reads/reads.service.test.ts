import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, rateLimits, reads } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { sweepExpired } from '@/features/accounts/sweep.service.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import {
  clearHistory,
  forgetRead,
  getArticleMarks,
  getHistoryPage,
  keepHistory,
  keepsHistory,
  markRead,
} from './reads.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const SECRET = 'a secret of the tests, long enough for them';
const isArticleRead = async (db: Db, userId: string, slug: string) =>
  (await getArticleMarks(db, userId, slug)).isRead;

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

  describe('the history', () => {
    const history = async (userId: string, options = {}) =>
      getHistoryPage({ db, secret: SECRET }, userId, NOW, options);
    const slugs = async (userId: string, options = {}) =>
      (await history(userId, options)).items.map((item) => item.slug);

    beforeEach(async () => {
      await addArticle(db, 'third', [iran], {
        publishedAt: NOW,
        headline: 'Élection à Téhéran',
        dek: 'Ballots',
      });
      await markRead(db, ann, 'third', later(-3_000));
      await markRead(db, ann, 'first', later(-2_000));
      await markRead(db, ann, 'second', later(-1_000));
    });

    test('tells what was read last first, each with its time, page by page', async () => {
      expect(await slugs(ann)).toEqual(['second', 'first', 'third']);
      const page = await history(ann, { limit: 2 });
      expect(page.items.map((item) => item.keptAt)).toEqual(
        [later(-1_000), later(-2_000)].map((at) => at.toISOString()),
      );
      const rest = await history(ann, { limit: 2, cursor: page.nextCursor ?? '' });
      expect(rest).toMatchObject({ items: [{ slug: 'third', isRead: true }], nextCursor: null });
    });

    test('is searched by the beginnings of words in headlines and deks, accents and capitals aside', async () => {
      expect(await slugs(ann, { q: 'elec TEHER' })).toEqual(['third']);
      expect(await slugs(ann, { q: 'ballot' })).toEqual(['third']);
      expect(await slugs(ann, { q: 'ection' })).toEqual([]);
      expect(await slugs(ann, { q: "%' --" })).toEqual(['second', 'first', 'third']);
    });

    test('goes back 90 days, whatever the last sweep left', async () => {
      await markRead(db, bob, 'first', later(-91 * DAY_MS));
      await markRead(db, bob, 'second', later(-89 * DAY_MS));
      expect(await slugs(bob)).toEqual(['second']);
    });

    test('T14 T18 is nobody else’s: neither its articles nor its cursors', async () => {
      expect(await slugs(bob)).toEqual([]);
      const { nextCursor } = await history(ann, { limit: 1 });
      const cursor = nextCursor ?? '';
      const refused = { code: 'bad_request' };
      await expect(history(bob, { cursor })).rejects.toMatchObject(refused);
      await expect(history(ann, { cursor, q: 'first' })).rejects.toMatchObject(refused);
      await expect(history(ann, { cursor: `${cursor}x` })).rejects.toMatchObject(refused);
      await clearHistory(db, bob);
      expect(await slugs(ann)).toHaveLength(3);
    });

    test('T20 holds nothing that readers cannot open, and holds it again once they can', async () => {
      await db.update(articles).set({ isVisible: false }).where(eq(articles.slug, 'first'));
      expect(await slugs(ann)).toEqual(['second', 'third']);
      expect(await slugs(ann, { q: 'first' })).toEqual([]);
      await db.update(articles).set({ isVisible: true }).where(eq(articles.slug, 'first'));
      expect(await slugs(ann)).toEqual(['second', 'first', 'third']);
    });

    test('an article that was taken out and is put back has its old place; cleared, all is gone', async () => {
      await forgetRead(db, ann, 'first');
      expect(await slugs(ann)).toEqual(['second', 'third']);
      await markRead(db, ann, 'first', later(-2_000));
      expect(await slugs(ann)).toEqual(['second', 'first', 'third']);
      await clearHistory(db, ann);
      expect(await slugs(ann)).toEqual([]);
      expect(await keepsHistory(db, ann)).toBe(true);
    });
  });

  test('a change that an editor marked after the reader read it is told, until they read it again', async () => {
    const changed = async (userId: string) => (await getArticleMarks(db, userId, 'first')).changedSinceRead;
    await markRead(db, ann, 'first', NOW);
    await db
      .update(articles)
      .set({ changedAt: later(1_000) })
      .where(eq(articles.slug, 'first'));
    expect(await changed(ann)).toBe(true);
    expect(await changed(bob)).toBe(false);
    const { items } = await getHistoryPage({ db, secret: SECRET }, ann, NOW);
    expect(items).toMatchObject([{ slug: 'first', changedSinceRead: true }]);
    await markRead(db, ann, 'first', later(2_000));
    expect(await changed(ann)).toBe(false);
  });
});
