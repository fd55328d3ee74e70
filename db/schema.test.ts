import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from './testing.ts';

describeOnEachDatabase('the schema', (use) => {
  // drizzle's `.desc()` makes an index with nulls last, and `order by … desc` asks for nulls first: the
  // feed then sorted every article there is, two seconds a page of a million.
  test('the newest articles, of all and of a topic, are read from an index and not sorted', async () => {
    await use().transaction(async (tx) => {
      for (const way of ['seqscan', 'sort', 'bitmapscan'])
        await tx.execute(sql.raw(`set local enable_${way} = off`));
      for (const query of [
        'select id from articles where is_visible order by published_at desc, id desc limit 10',
        `select article_id from article_topics where topic_id = 1 and is_visible
         order by published_at desc, article_id desc limit 10`,
        `select article_id from article_topics where topic_id = 1 and is_visible and first_visible_at > now()
         order by first_visible_at desc limit 10`,
        `select article_id from reads where user_id = '01900000-0000-7000-8000-000000000001'
         order by read_at desc, article_id desc limit 10`,
      ]) {
        const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain ${query}`));
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toMatch(/Index (Only )?Scan Backward/);
        expect(plan).not.toMatch(/Sort/);
      }
    });
  });

  test('words are searched by their index, whatever the planner thinks of them', async () => {
    await use().transaction(async (tx) => {
      await tx.execute(sql.raw('set local enable_seqscan = off'));
      const query = `select article_id from article_words where words @@ $q$'paragraph' & ('w:2664' | 'w:2663')$q$::tsquery
        and (published_at, article_id) < (now(), 1) order by published_at desc, article_id desc limit 21`;
      const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain ${query}`));
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(
        'Bitmap Index Scan on article_words_idx',
      );
    });
  });
});
