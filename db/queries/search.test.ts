import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '../client.ts';
import { addTopic } from '../fixtures.ts';
import { articles, topics } from '../schema.ts';
import { describeOnEachDatabase } from '../testing.ts';
import { findByWords, type SearchPosition, searchWords } from './search.ts';

const LIMIT = 21;
/** Of 3,000 articles, two a day. */
const COMMON = 500;

describeOnEachDatabase('finding by words that are each common', (use) => {
  let db: Db;

  beforeEach(async () => {
    db = use();
    for (const table of [articles, topics]) await db.delete(table);
    const topicId = await addTopic(db, 'iran', { name: 'Iran' });
    await db.execute(sql`
      insert into articles (slug, headline, dek, body_html, word_count, section_id, published_at, first_visible_at, is_visible, source_hash)
      select 'n-' || n, concat_ws(' ', case n % 2 when 0 then 'even' else 'odd' end, case when n > 2600 then 'older' end,
          case when n % 3 = 0 then 'third' end, case when n = 2901 then 'even' end),
        'x', 'x', 1, ${topicId}::int, timestamptz '2021-01-12T12:00:00Z' - n * interval '12 hours', now(), true, 'x'
      from generate_series(1, 3000) n`);
  });

  async function pages(q: string, mostCompared: number): Promise<string[][]> {
    const words = await searchWords(
      db,
      q.split(' ').map((text) => ({ text: text.replace('-', ''), isNot: text.startsWith('-'), isOr: false })),
    );
    const found: number[][] = [];
    let before: SearchPosition | null = null;
    do {
      const page = await findByWords(
        db,
        words ?? expect.fail(),
        { before, since: null, topicIds: [] },
        LIMIT,
        mostCompared,
      );
      found.push(page.ids);
      before = page.lookedUpTo;
    } while (before);
    const rows = await db.execute<{ id: number; slug: string }>(sql`select id::int, slug from articles`);
    const slugs = new Map(rows.rows.map((row) => [row.id, row.slug]));
    return found.map((ids) => ids.map((id) => slugs.get(id) ?? ''));
  }

  test('T18 those that are never together are looked for a year or two at a time, to the end', async () => {
    const bounded = await pages('even odd', COMMON);
    expect(bounded.flat()).toEqual(['n-2901']);
    expect(bounded.length).toBeGreaterThan(1);
    expect(bounded.length).toBeLessThan(6);
    expect((await pages('odd -odd', COMMON)).flat()).toEqual([]);
    // The same at once where a database of this size need not be careful.
    expect(await pages('even odd', 100_000)).toEqual([['n-2901']]);
  });

  test('one that is rare of late is looked for everywhere at once', async () => {
    expect(await pages('even older third', COMMON)).toEqual([
      expect.arrayContaining(['n-2604', 'n-2610', 'n-2616']),
    ]);
  });
});
