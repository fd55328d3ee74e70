import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, articleTopics, follows, mutes, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { followTopic } from '@/features/follows/follows.service.ts';
import { muteTopic } from '@/features/mutes/mutes.service.ts';
import { getNeighbours } from './neighbours.service.ts';

const at = (minute: number) => new Date(Date.parse('2021-01-12T12:00:00Z') + minute * 60_000);
const NONE = { topic: null, newer: null, older: null };

describeOnEachDatabase('what stands beside an article', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, articles, follows, mutes, users, topics]) await db.delete(table);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    const [iran, oil] = [await addTopic(db, 'iran'), await addTopic(db, 'oil')];
    await addArticle(db, 'first', [iran], { publishedAt: at(1) });
    await addArticle(db, 'second', [iran, oil], { publishedAt: at(2) });
    await addArticle(db, 'third', [oil], { publishedAt: at(3) });
    await addArticle(db, 'fourth', [iran, oil], { publishedAt: at(4) });
  });
  const beside = async (slug: string, topic: string | null = null, reader = ann) => {
    const { topic: shown, newer, older } = await getNeighbours(db, reader, slug, topic);
    return [older?.slug, shown?.slug, newer?.slug];
  };

  test('are the next ones in the topic the reader came by, else in the closest they follow', async () => {
    await followTopic(db, ann, 'iran');
    await followTopic(db, ann, 'oil');
    expect(await beside('second')).toEqual(['first', 'iran', 'fourth']);
    expect(await beside('second', 'oil')).toEqual([undefined, 'oil', 'third']);
    expect(await beside('second', 'nothing')).toEqual(['first', 'iran', 'fourth']);
    expect(await beside('fourth')).toEqual(['second', 'iran', undefined]);
  });

  test('T14 nothing is told to who follows none of its topics, whatever others follow', async () => {
    await followTopic(db, ann, 'iran');
    expect(await getNeighbours(db, bob, 'second', 'iran')).toEqual(NONE);
    expect(await getNeighbours(db, ann, 'third', null)).toEqual(NONE);
    expect(await getNeighbours(db, ann, 'nowhere', null)).toEqual(NONE);
  });

  test('T20 are neither muted nor hidden, and a hidden article has none', async () => {
    await followTopic(db, ann, 'iran');
    await muteTopic(db, ann, 'oil');
    expect(await beside('first')).toEqual([undefined, 'iran', undefined]);
    await followTopic(db, bob, 'iran');
    await db.update(articleTopics).set({ isVisible: false });
    expect(await beside('first', null, bob)).toEqual([undefined, 'iran', undefined]);
    await db.update(articles).set({ isVisible: false }).where(eq(articles.slug, 'first'));
    expect(await getNeighbours(db, bob, 'first', null)).toEqual(NONE);
  });
});
