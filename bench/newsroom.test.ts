import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { countTopic } from '@/db/queries/topic-editing.ts';
import { getTopic } from '@/db/queries/topics.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { expectConsistent } from '@/features/articles/content/testing-database.ts';
import { LARGE_TOPIC, readerId, seedNewsroom } from './newsroom.ts';

const SIZE = {
  ...{ topics: 300, articles: 1_000, readers: 200, followsEach: 5, largeFollowers: 150, largeArticles: 100 },
};

describeOnEachDatabase('the newsroom of the measurements', (use) => {
  test('has the sizes that were asked for, and is as the services would have made it', async () => {
    const said: string[] = [];
    await seedNewsroom(
      (text) => use().execute(sql.raw(text)),
      SIZE,
      (line) => said.push(line),
    );
    expect(await countOf(use(), 'articles')).toBe(1_000);
    expect(await countOf(use(), 'users')).toBe(200);
    expect(await countOf(use(), "topics where slug like 'bench-topic-%'")).toBe(300);
    // Three levels: an article in a topic is in what stands above it.
    expect(await countOf(use(), 'article_topics')).toBeGreaterThan(2_000);
    const large = await getTopic(use(), LARGE_TOPIC);
    const figures = await countTopic(use(), large?.id ?? 0);
    expect(figures).toMatchObject({ followerCount: 150, articleCount: 100, childCount: 40 });
    expect(await countOf(use(), `follows where user_id = '${readerId(200)}'`)).toBeGreaterThan(0);
    expect(said).toContain('readers 1 to 200 of 200');
    await expectConsistent(use());
  });
});

async function countOf(db: Db, what: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${what}`));
  return rows[0]?.count ?? 0;
}
