import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, reads } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { followTopic } from '@/features/follows/follows.service.ts';
import { keepHistory, markRead } from '@/features/reads/reads.service.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import { getFeedPage } from './feed.service.ts';
import { countMarked, markShownRead, unmarkRead } from './mark-read.service.ts';

const SECRET = 'a secret of the tests, long enough for them';
const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describeOnEachDatabase('marking all as read', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;
  const deps = () => ({ db, secret: SECRET });

  beforeEach(async () => {
    db = use();
    await openNewsroom(db);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    iran = await addTopic(db, 'iran');
    for (let n = 1; n <= 5; n++) await addArticle(db, `iran-${n}`, [iran], { publishedAt: later(n - 60) });
    for (const reader of [ann, bob]) await followTopic(db, reader, 'iran');
  });
  const unread = async (userId: string) =>
    (await getFeedPage(deps(), userId, { unreadOnly: true })).items.map((item) => item.slug);

  test('marks what the pages showed and nothing further down, and Undo makes exactly that unread again', async () => {
    const first = await getFeedPage(deps(), ann, { limit: 2 });
    const second = await getFeedPage(deps(), ann, { limit: 2, cursor: first.nextCursor ?? '' });
    await markRead(db, ann, 'iran-4', later(-1));
    const { slugs, undo } = await markShownRead(deps(), ann, `${first.shown} ${second.shown}`, NOW);
    expect(slugs.sort()).toEqual(['iran-2', 'iran-3', 'iran-5']);
    expect(countMarked(SECRET, ann, undo)).toBe(3);
    expect(await unread(ann)).toEqual(['iran-1']);
    // Twice is the same as once, and has nothing to undo.
    const again = await markShownRead(deps(), ann, `${first.shown} ${second.shown}`, later(1));
    expect(again.slugs).toEqual([]);
    await unmarkRead(deps(), ann, again.undo);
    expect(await unread(ann)).toEqual(['iran-1']);

    // Opened since: it stays read, as does what was read before.
    await markRead(db, ann, 'iran-3', later(2));
    await unmarkRead(deps(), ann, undo);
    await unmarkRead(deps(), ann, undo);
    expect(await unread(ann)).toEqual(['iran-5', 'iran-2', 'iran-1']);
  });

  test('T46 never swallows an article published after the page was loaded, whatever its date', async () => {
    const { shown } = await getFeedPage(deps(), ann);
    await addArticle(db, 'newest', [iran], { publishedAt: later(1) });
    await addArticle(db, 'back-dated', [iran], { publishedAt: later(-58), firstVisibleAt: later(1) });
    const { slugs } = await markShownRead(deps(), ann, shown, later(2));
    expect(slugs).toHaveLength(5);
    expect(await unread(ann)).toEqual(['newest', 'back-dated']);
  });

  test('T14 T18 takes no mark and no way back of another reader, and changes nothing of theirs', async () => {
    const { shown } = await getFeedPage(deps(), ann);
    const refused = { code: 'bad_request' };
    await expect(markShownRead(deps(), bob, shown, NOW)).rejects.toMatchObject(refused);
    await expect(markShownRead(deps(), ann, `${shown}x`, NOW)).rejects.toMatchObject(refused);
    await expect(markShownRead(deps(), ann, `${shown} forged.mark`, NOW)).rejects.toMatchObject(refused);
    await expect(markShownRead(deps(), ann, Array(51).fill(shown).join(' '), NOW)).rejects.toMatchObject(
      refused,
    );
    expect(await unread(ann)).toHaveLength(5);
    const { undo } = await markShownRead(deps(), ann, shown, NOW);
    expect(await unread(bob)).toHaveLength(5);
    await expect(unmarkRead(deps(), bob, undo)).rejects.toMatchObject(refused);
    await expect(unmarkRead(deps(), ann, shown)).rejects.toMatchObject(refused);
    expect(countMarked(SECRET, bob, undo)).toBeNull();
    expect(countMarked(SECRET, ann, '')).toBeNull();
    expect(await unread(ann)).toEqual([]);
  });

  test('T20 what was withdrawn since is not marked', async () => {
    const { shown } = await getFeedPage(deps(), ann);
    await db.update(articles).set({ isVisible: false }).where(eq(articles.slug, 'iran-3'));
    expect((await markShownRead(deps(), ann, shown, NOW)).slugs).not.toContain('iran-3');
  });

  test('a reader who keeps no history is told so, and nothing is noted', async () => {
    const { shown } = await getFeedPage(deps(), ann);
    await keepHistory(db, ann, false);
    await expect(markShownRead(deps(), ann, shown, NOW)).rejects.toMatchObject({ code: 'conflict' });
    expect(await db.select().from(reads)).toEqual([]);
  });

  test('while the history ends, nothing that is marked stays', async () => {
    const { shown } = await getFeedPage(deps(), ann);
    for (let turn = 0; turn < 5; turn++) {
      await keepHistory(db, ann, true);
      const marking = markShownRead(deps(), ann, shown, NOW).catch(() => undefined);
      await Promise.all([marking, keepHistory(db, ann, false)]);
      expect(
        await db
          .select()
          .from(reads)
          .where(and(eq(reads.userId, ann))),
      ).toEqual([]);
    }
  });

  test('the feed tells what was saved, read, and changed since', async () => {
    await markRead(db, ann, 'iran-5', NOW);
    await db
      .update(articles)
      .set({ changedAt: later(1) })
      .where(eq(articles.slug, 'iran-5'));
    const [item] = (await getFeedPage(deps(), ann)).items;
    expect(item).toMatchObject({ slug: 'iran-5', isRead: true, changedSinceRead: true, isSaved: false });
    const [other] = (await getFeedPage(deps(), bob)).items;
    expect(other).toMatchObject({ isRead: false, changedSinceRead: false, isSaved: false });
  });
});
