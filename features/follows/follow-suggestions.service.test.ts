import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, articleTopics, follows, mutes, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { muteTopic } from '@/features/mutes/mutes.service.ts';
import { snoozeFollow } from '@/features/snoozes/snoozes.service.ts';
import { suggestFollows } from './follow-suggestions.service.ts';
import { followTopic, unfollowTopic } from './follows.service.ts';

describeOnEachDatabase('follow suggestions', (use) => {
  let db: Db;
  let ann: string;
  let ids: Map<string, number>;
  let made = 0;
  const suggested = async (reader = ann) =>
    (await suggestFollows(db, reader)).map(({ slug, often }) => `${slug}, often with ${often.slug}`);
  const publish = async (count: number, ...slugs: [string, ...string[]]) => {
    const [first, ...rest] = slugs.map((slug) => ids.get(slug) ?? 0);
    for (let i = 0; i < count; i++) {
      made += 1;
      const publishedAt = new Date(Date.parse('2021-01-12T12:00:00Z') + made * 60_000);
      await addArticle(db, `article-${made}`, [first ?? 0, ...rest], { publishedAt });
    }
  };

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, articles, follows, mutes, users]) await db.delete(table);
    await db.update(topics).set({ parentId: null, mergedIntoId: null });
    await db.delete(topics);
    ann = await addUser(db, 'Ann');
    ids = new Map();
    for (const slug of ['iran', 'sanctions', 'usa', 'space', 'mars', 'rare'])
      ids.set(slug, await addTopic(db, slug));
    ids.set('nora', await addTopic(db, 'nora', { kind: 'author' }));
    ids.set('world', await addTopic(db, 'world', { kind: 'section' }));
    await publish(4, 'iran', 'sanctions', 'usa', 'nora', 'world');
    await publish(2, 'iran', 'usa', 'nora', 'world');
    await publish(3, 'space', 'mars');
    await publish(1, 'iran', 'rare');
    // Where there are many articles anyway, sharing some says little.
    await publish(60, 'usa');
    await followTopic(db, ann, 'iran');
  });

  test('what shares most for its size comes first, with what it shares most with; authors, sections and chance are left out', async () => {
    expect(await suggested()).toEqual(['sanctions, often with iran', 'usa, often with iran']);
    await followTopic(db, ann, 'space');
    expect(await suggested()).toEqual([
      ...['sanctions, often with iran', 'mars, often with space', 'usa, often with iran'],
    ]);
    await followTopic(db, ann, 'nora');
    await unfollowTopic(db, ann, 'iran');
    const [first] = await suggestFollows(db, ann);
    expect(first?.often).toEqual({ slug: 'nora', name: 'nora', isAuthor: true });
  });

  test('never what is followed, snoozed, muted, retired or merged, nor what stands beneath it', async () => {
    await followTopic(db, ann, 'sanctions');
    expect(await suggested()).toEqual(['usa, often with iran']);
    await snoozeFollow(db, ann, 'sanctions', { for: 'day' }, new Date());
    expect(await suggested()).toEqual(['usa, often with iran']);
    await unfollowTopic(db, ann, 'sanctions');
    await muteTopic(db, ann, 'usa');
    // All they share is muted with it.
    expect(await suggested()).toEqual([]);
    await db.delete(mutes);
    const change = (slug: string, fields: Partial<typeof topics.$inferInsert>) =>
      db.update(topics).set(fields).where(eq(topics.slug, slug));
    await change('usa', { retiredAt: new Date() });
    expect(await suggested()).toEqual(['sanctions, often with iran']);
    await change('sanctions', { mergedIntoId: ids.get('rare') ?? null });
    expect(await suggested()).toEqual([]);
    await change('sanctions', { mergedIntoId: null, parentId: ids.get('iran') ?? null });
    expect(await suggested()).toEqual([]);
  });

  test('T14 T20 a snoozed follow suggests nothing, nor does what is not visible or what another follows', async () => {
    await publish(3, 'mars', 'rare');
    await followTopic(db, ann, 'mars');
    expect(await suggested()).toContain('rare, often with mars');
    await snoozeFollow(db, ann, 'mars', { for: 'day' }, new Date());
    expect(await suggested()).not.toContain('rare, often with mars');
    const bob = await addUser(db, 'Bob');
    expect(await suggested(bob)).toEqual([]);
    await db.update(articleTopics).set({ isVisible: false });
    expect(await suggested()).toEqual([]);
  });
});
