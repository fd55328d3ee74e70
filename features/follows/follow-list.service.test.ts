import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addTopic, addUser } from '@/db/fixtures.ts';
import { lockFollowers } from '@/db/queries/newsroom-locks.ts';
import { follows, topicRedirects, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { importFollows } from './follow-list.service.ts';
import { followsAsJson, followsAsOpml } from './follow-list.ts';
import { FOLLOW_LIMIT } from './follows.dto.ts';
import { followTopic, getFollows } from './follows.service.ts';
import { packReport, unpackSummary } from './import-summary.ts';

const SITE = { appUrl: 'https://news.example.com', name: 'The Example' };
const NOW = new Date('2026-11-20T09:00:00.000Z');

describeOnEachDatabase('a list of what is followed', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  const slugsOf = async (userId: string) => (await getFollows(db, userId)).map(({ slug }) => slug).sort();
  const take = (userId: string, file: string) => importFollows(db, userId, file, SITE.appUrl);
  const named = (...entries: object[]) => JSON.stringify({ follows: entries });

  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users, topics, topic_redirects cascade`);
    [ann, bob] = [await addUser(db, 'Ann'), await addUser(db, 'Bob')];
    await addTopic(db, 'iran', { name: 'Iran', labels: ['iran', 'islamic republic'] });
    await addTopic(db, 'oceans', { name: 'Oceans & seas', labels: ['oceans & seas'] });
    await addTopic(db, 'nora', { name: 'Nora Lindqvist', kind: 'author', labels: ['nora lindqvist'] });
  });

  it.each(['OPML', 'JSON'])('goes from one account to another as %s, whole', async (format) => {
    for (const slug of ['iran', 'oceans', 'nora']) await followTopic(db, ann, slug);
    const list = await getFollows(db, ann);
    const file =
      format === 'OPML' ? followsAsOpml(list, SITE, NOW) : JSON.stringify(followsAsJson(list, SITE, NOW));
    expect(file).toContain('https://news.example.com/author/nora/feed.xml');
    await followTopic(db, bob, 'iran');
    expect(await take(bob, file)).toEqual({
      followed: [
        { slug: 'nora', name: 'Nora Lindqvist' },
        { slug: 'oceans', name: 'Oceans & seas' },
      ],
      followedBefore: [{ slug: 'iran', name: 'Iran' }],
      unknown: [],
      retired: [],
      noRoom: [],
    });
    expect(await slugsOf(bob)).toEqual(['iran', 'nora', 'oceans']);
    expect((await take(bob, file)).followedBefore).toHaveLength(3);
  });

  it('finds topics by old addresses, merges and other names, each once, and names what it does not find', async () => {
    const [iran] = await db.select().from(topics).where(eq(topics.slug, 'iran'));
    const into = iran?.id ?? 0;
    await db.insert(topicRedirects).values({ slug: 'persia', topicId: into });
    await addTopic(db, 'tehran', { mergedIntoId: into });
    await addTopic(db, 'gone', { name: 'Gone', retiredAt: NOW });
    const report = await take(
      ann,
      named(
        { slug: 'persia' },
        { slug: 'tehran' },
        { name: 'Islamic Republic' },
        { slug: 'nowhere', name: 'Óceans & Seas' },
        { slug: 'gone' },
        { name: 'Atlantis' },
        { slug: 'atlantis', name: 'Atlantis' },
        { name: 'Iran', xmlUrl: 'https://other.example/topic/iran/feed.xml' },
        { name: 'Cats', xmlUrl: 'https://other.example/topic/iran/feed.xml' },
        { name: 'Iran', xmlUrl: 'https://other.example/rss' },
      ),
    );
    expect(report).toEqual({
      followed: [
        { slug: 'iran', name: 'Iran' },
        { slug: 'oceans', name: 'Oceans & seas' },
      ],
      followedBefore: [],
      unknown: ['Atlantis', 'Cats', 'Iran'],
      retired: [{ slug: 'gone', name: 'Gone' }],
      noRoom: [],
    });
    expect(await slugsOf(ann)).toEqual(['iran', 'oceans']);
  });

  it('stops at the limit, and says what did not fit', async () => {
    const added = await db
      .insert(topics)
      .values(
        Array.from({ length: FOLLOW_LIMIT + 1 }, (_, n) => ({
          slug: `topic-${n}`,
          name: `Topic ${n}`,
          kind: 'topic' as const,
        })),
      )
      .returning({ slug: topics.slug });
    await followTopic(db, ann, 'iran');
    const report = await take(ann, named(...added));
    expect(report.followed).toHaveLength(FOLLOW_LIMIT - 1);
    expect(report.noRoom.map(({ slug }) => slug)).toEqual(['topic-999', 'topic-1000']);
    expect(await slugsOf(ann)).toHaveLength(FOLLOW_LIMIT);
    expect(await slugsOf(bob)).toEqual([]);
    // Told in a cookie, all the counts are there, and as many names as have room.
    const told = unpackSummary(
      packReport({ ...report, unknown: report.followed.map(({ name }) => name) }, 1_500),
    );
    expect(told).toMatchObject({ followed: { count: 999 }, noRoom: { count: 2 }, unknown: { count: 999 } });
  });

  it('T35 imported twice at once is followed once, and within the limit', async () => {
    const file = named({ slug: 'iran' }, { slug: 'oceans' }, { slug: 'nora' });
    const reports = await Promise.all(Array.from({ length: 5 }, () => take(ann, file)));
    expect(reports.flatMap(({ followed }) => followed)).toHaveLength(3);
    expect(await slugsOf(ann)).toEqual(['iran', 'nora', 'oceans']);
  });

  it('T36 follows nothing of a topic while its followers are carried over', async () => {
    const [iran] = await db.select().from(topics).where(eq(topics.slug, 'iran'));
    let isOver = false;
    const merging = db.transaction(async (tx) => {
      await lockFollowers(tx, [iran?.id ?? 0]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const rows = await tx.select().from(follows).where(eq(follows.userId, ann));
      expect(rows).toEqual([]);
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await take(ann, named({ slug: 'iran' }))).followed).toHaveLength(1);
    expect(isOver).toBe(true);
    await merging;
  });

  it('T24 follows nothing of a broken file, and nothing for someone who is gone', async () => {
    await expect(take(ann, '<opml><body><outline text="Iran"/>')).rejects.toMatchObject({
      code: 'bad_request',
    });
    expect(await slugsOf(ann)).toEqual([]);
    const nobody = '01890000-0000-7000-8000-00000000dead';
    await expect(take(nobody, named({ slug: 'iran' }))).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

it('what a page is told of an import is nothing when it was not ours', () => {
  for (const text of [undefined, '', 'x', 'QUFB', Buffer.from('{"error":1}').toString('base64url')]) {
    expect(unpackSummary(text)).toBeNull();
  }
});
