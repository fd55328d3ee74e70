import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic } from '@/db/fixtures.ts';
import { articles, articleTopics, articleWords, authors, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { getMeantTopics, searchTopics } from '../topics/topics.service.ts';
import type { SearchPageDto, SearchQuery } from './search.dto.ts';
import { searchArticles } from './search.service.ts';

const SECRET = 'a secret of the tests, long enough for them';
const day = (n: number) => new Date(Date.parse('2021-01-12T12:00:00Z') - n * 86_400_000);

describeOnEachDatabase('searching', (use) => {
  let db: Db;
  let iran: number;
  let space: number;

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, articles, authors, topics]) await db.delete(table);
    iran = await addTopic(db, 'iran', { name: 'Iran', aliases: ['Persia'] });
    space = await addTopic(db, 'space', { name: 'Space' });
  });

  const ask = (query: Partial<SearchQuery>) =>
    searchArticles({ db, secret: SECRET }, { q: '', order: 'newest', ...query });
  const find = async (query: Partial<SearchQuery>): Promise<SearchPageDto> => {
    const outcome = await ask(query);
    if ('errors' in outcome) throw new Error(JSON.stringify(outcome.errors));
    return outcome.page;
  };
  const slugs = async (query: Partial<SearchQuery>) =>
    (await find(query)).hits.map((hit) => hit.article.slug);
  const told = (parts: { text: string; isMatch: boolean }[] | null | undefined) =>
    parts?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

  test('finds words of headline, dek and text, whatever their ending, case and accents, the newest first', async () => {
    await addArticle(db, 'text', [iran], {
      publishedAt: day(1),
      bodyHtml: '<p>The caf&eacute; was <em>sanctioned</em>.</p>',
    });
    await addArticle(db, 'dek', [iran], { publishedAt: day(2), dek: 'Sanctions on a café' });
    await addArticle(db, 'headline', [iran], { publishedAt: day(3), headline: 'A SANCTION' });
    await addArticle(db, 'oceans', [iran], { publishedAt: day(4), headline: 'Nothing of it' });
    expect(await slugs({ q: 'sanctions' })).toEqual(['text', 'dek', 'headline']);
    expect(await slugs({ q: 'CAFE' })).toEqual(['dek']);
    expect(await slugs({ q: 'sanction café' })).toEqual(['dek']);
    expect(await slugs({ q: 'sanctions -cafe' })).toEqual(['text', 'headline']);
    expect(await slugs({ q: '"sanctions on"' })).toEqual(['text', 'dek', 'headline']);
    expect(await slugs({ q: '"cafe sanctions" or nothing' })).toEqual(['oceans']);
    expect(await slugs({ q: 'sanction or ocean' })).toEqual(['text', 'dek', 'headline', 'oceans']);
  });

  test('words in quotation marks stand together, and so do those that signs join', async () => {
    await addArticle(db, 'joined', [iran], { publishedAt: day(1), headline: 'Ties of al-Qaeda' });
    await addArticle(db, 'apart', [iran], { publishedAt: day(2), headline: 'Qaeda, said Al' });
    expect(await slugs({ q: 'al qaeda' })).toEqual(['joined', 'apart']);
    expect(await slugs({ q: 'al-qaeda' })).toEqual(['joined']);
    expect(await slugs({ q: '“al qaeda”' })).toEqual(['joined']);
    expect(await slugs({ q: '"ties of" or "said al"' })).toEqual(['joined', 'apart']);
    expect(await slugs({ q: 'al -"al qaeda"' })).toEqual(['apart']);
  });

  test('marks the words where they stand, and shows a piece of the text where only that has them', async () => {
    await addArticle(db, 'one', [iran], {
      publishedAt: day(1),
      headline: 'Cafés of Tehran',
      dek: 'A café, open',
    });
    await addArticle(db, 'two', [iran], {
      publishedAt: day(2),
      bodyHtml: `<p>${'word '.repeat(50)}a caf&#233;</p>`,
    });
    const { hits } = await find({ q: 'cafe' });
    expect(hits.map((hit) => hit.article.slug)).toEqual(['one']);
    expect(told(hits[0]?.headline)).toBe('[Cafés] of Tehran');
    expect(told(hits[0]?.dek)).toBe('A [café], open');
    expect(hits[0]?.excerpt).toBeNull();
    const inText = (await find({ q: 'words' })).hits[0];
    expect(told(inText?.headline)).toBe('two');
    expect(told(inText?.excerpt)).toMatch(/^(\[word\] ){36}…$/);
  });

  test('T21 markup in what is found and in what is searched for stays text', async () => {
    const script = '<script>alert(1)</script>';
    await addArticle(db, 'hostile', [iran], {
      publishedAt: day(1),
      headline: script,
      dek: '<img src=x onerror=alert(1)>',
    });
    const [hit] = (await find({ q: script })).hits;
    expect(hit?.headline).toEqual([
      { text: '<', isMatch: false },
      { text: 'script', isMatch: true },
      { text: '>', isMatch: false },
      { text: 'alert', isMatch: true },
      { text: '(', isMatch: false },
      { text: '1', isMatch: true },
      { text: ')</', isMatch: false },
      { text: 'script', isMatch: true },
      { text: '>', isMatch: false },
    ]);
    // The names and attributes of a text's own tags are no words of it.
    await addArticle(db, 'linked', [iran], {
      publishedAt: day(2),
      bodyHtml: '<p><a href="https://secret.example">there</a></p>',
    });
    expect(await slugs({ q: 'secret' })).toEqual([]);
  });

  test('T20 what is scheduled, hidden or withdrawn is not found, and has no words in the index at all', async () => {
    const { id } = {
      id: await addArticle(db, 'secret', [iran], {
        publishedAt: day(1),
        isVisible: false,
        firstVisibleAt: null,
      }),
    };
    const words = () => db.select({ id: articleWords.articleId }).from(articleWords);
    expect(await slugs({ q: 'secret' })).toEqual([]);
    expect(await words()).toEqual([]);
    await db.update(articles).set({ isVisible: true }).where(eq(articles.id, id));
    expect(await slugs({ q: 'secret' })).toEqual(['secret']);
    await db.update(articles).set({ headline: 'changed', dek: 'changed' }).where(eq(articles.id, id));
    expect(await slugs({ q: 'secret' })).toEqual([]);
    expect(await slugs({ q: 'changed' })).toEqual(['secret']);
    await db
      .update(articles)
      .set({ isVisible: false, withdrawnAt: day(0) })
      .where(eq(articles.id, id));
    expect(await slugs({ q: 'changed' })).toEqual([]);
    expect(await words()).toEqual([]);
  });

  test('T18 pages follow one another without gap or repetition, and a cursor belongs to its search', async () => {
    for (let n = 1; n <= 45; n++)
      await addArticle(db, `a-${n}`, [n % 2 ? iran : space], {
        publishedAt: day(n * 40),
        headline: `Matter ${n}`,
      });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ q: 'matter', cursor });
      seen.push(...page.hits.map((hit) => hit.article.slug));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `a-${index + 1}`));
    const { nextCursor } = await find({ q: 'matter' });
    for (const other of [{ q: 'matters of' }, { q: 'matter' }])
      expect(await find({ ...other, cursor: nextCursor ?? '' })).toMatchObject({ hits: expect.any(Array) });
    for (const other of [
      { q: 'oceans' },
      { q: 'matter', topic: 'iran' },
      { q: 'matter', from: '2020-01-01' },
    ])
      await expect(ask({ ...other, cursor: nextCursor ?? '' })).rejects.toMatchObject({
        code: 'bad_request',
      });
    await expect(ask({ q: 'matter', cursor: 'forged.one' })).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('can be narrowed to a topic, an author and days, first and last included', async () => {
    const nora = await addTopic(db, 'nora', { name: 'Nora', kind: 'author' });
    await db.insert(authors).values({ slug: 'nora', name: 'Nora Lind', topicId: nora });
    await addArticle(db, 'both', [iran, nora], { publishedAt: day(1), headline: 'Matter one' });
    await addArticle(db, 'iran-only', [iran], { publishedAt: day(2), headline: 'Matter two' });
    await addArticle(db, 'space-only', [space, nora], { publishedAt: day(3), headline: 'Matter three' });
    expect(await slugs({ q: 'matter', topic: 'iran' })).toEqual(['both', 'iran-only']);
    expect(await slugs({ q: 'matter', author: 'nora' })).toEqual(['both', 'space-only']);
    expect(await slugs({ q: 'matter', author: 'nora', topic: 'iran' })).toEqual(['both']);
    expect(await slugs({ q: 'matter', from: '2021-01-10', to: '2021-01-10' })).toEqual(['iran-only']);
    expect(await slugs({ q: 'matter', topic: 'iran', to: '2021-01-10' })).toEqual(['iran-only']);
    const page = await find({ q: 'matter', author: 'nora' });
    expect(page.authors[0]).toEqual({ slug: 'nora', name: 'Nora Lind' });
    expect(page.topics.map((topic) => topic.slug)).toEqual(['iran', 'space']);
  });

  test('among the articles of a large topic a page is bounded and goes on where it stopped', async () => {
    await db.execute(sql`
      insert into articles (slug, headline, dek, body_html, word_count, section_id, topic_ids, published_at, first_visible_at, is_visible, source_hash)
      select 'n-' || n, case when n % 600 = 0 then 'Rarity' else 'Plenty' end, 'x', 'x', 1, ${iran}::int, array[${iran}::int], ${day(0)}::timestamptz - n * interval '1 hour', now(), true, 'x'
      from generate_series(1, 1300) n`);
    await db.execute(sql`
      insert into article_topics (article_id, topic_id, is_direct, published_at, is_visible)
      select id, case when headline = 'Rarity' or id % 100 = 0 then ${iran}::int else ${space}::int end, true, published_at, true from articles`);
    expect(await slugs({ q: 'rarity', topic: 'iran' })).toEqual(['n-600', 'n-1200']);
    const found: string[] = [];
    let pages = 0;
    let cursor: string | undefined;
    do {
      const page = await find({ q: 'plenty', topic: 'iran', cursor });
      found.push(...page.hits.map((hit) => hit.article.slug));
      const oldest = page.hits.at(-1)?.article.publishedAt ?? '';
      if (page.lookedBackTo) expect(page.lookedBackTo <= oldest, page.lookedBackTo).toBe(true);
      cursor = page.nextCursor ?? undefined;
      pages++;
    } while (cursor);
    const inIran = await db.execute<{
      slug: string;
    }>(sql`select slug from articles a join article_topics t on t.article_id = a.id
      where headline = 'Plenty' and t.topic_id = ${iran}::int order by a.published_at desc`);
    expect(found).toEqual(inIran.rows.map((row) => row.slug));
    expect(pages).toBeLessThan(8);
  });

  test('a phrase that is not among hundreds with its words leads further back, in either order', async () => {
    await db.execute(sql`
      insert into articles (slug, headline, dek, body_html, word_count, section_id, published_at, first_visible_at, is_visible, source_hash)
      select 'n-' || n, 'Beta alpha', 'x', 'x', 1, ${iran}::int, ${day(0)}::timestamptz - n * interval '1 hour', now(), true, 'x'
      from generate_series(1, 300) n`);
    await addArticle(db, 'in-order', [iran], { publishedAt: day(900), headline: 'Alpha beta' });
    for (const order of ['newest', 'best'] as const) {
      const page = await find({ q: '"alpha beta"', order });
      expect(page).toMatchObject({
        hits: [],
        nextCursor: expect.any(String),
        lookedBackTo: expect.any(String),
      });
      const older = await find({ q: '"alpha beta"', cursor: page.nextCursor ?? '' });
      expect(older.hits.map((hit) => hit.article.slug)).toEqual(['in-order']);
    }
  });

  test('T18 however rare words are, and however long ago, the pages hold all that has them, and nothing twice', async () => {
    await db.execute(sql`
      insert into articles (slug, headline, dek, body_html, word_count, section_id, topic_ids, published_at, first_visible_at, is_visible, source_hash)
      select 'n-' || n, concat_ws(' ', 'common', case when n % 7 = 0 then 'seventh' end, case when n % 611 = 0 then 'rarity' end,
          case when n > 1500 and n % 3 = 0 then 'older' end, case n % 2 when 0 then 'paired' else 'odd' end, case when n = 2900 then 'single' end),
        'x', 'x', 1, ${iran}::int, array[${iran}::int], ${day(0)}::timestamptz - n * interval '36 hours', now(), true, 'x'
      from generate_series(1, 3000) n`);
    await db.execute(sql`
      insert into article_topics (article_id, topic_id, is_direct, published_at, is_visible)
      select id, case when id % 10 = 0 then ${iran}::int else ${space}::int end, true, published_at, true from articles`);
    const { rows } = await db.execute<{ slug: string; headline: string; isIran: boolean; day: string }>(sql`
      select slug, headline, topic_id = ${iran}::int as "isIran", (a.published_at at time zone 'utc')::date::text as day
      from articles a join article_topics t on t.article_id = a.id order by a.published_at desc`);
    const wanted: [string, (headline: string) => boolean][] = [
      ['seventh', (headline) => headline.includes('seventh')],
      ['rarity', (headline) => headline.includes('rarity')],
      ['older seventh', (headline) => /seventh.*older/.test(headline)],
      ['"older paired"', (headline) => headline.includes('older paired')],
      ['"paired seventh"', () => false],
      ['paired odd', () => false],
      ['single', (headline) => headline.includes('single')],
    ];
    for (const [q, isWanted] of wanted) {
      for (const topic of [undefined, 'iran']) {
        for (const from of [undefined, '2020-11-20', '2013-05-01']) {
          const found: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await find({ q, topic, from, cursor });
            found.push(...page.hits.map((hit) => hit.article.slug));
            cursor = page.nextCursor ?? undefined;
          } while (cursor);
          const all = rows.filter(
            (row) => isWanted(row.headline) && (!topic || row.isIran) && (!from || row.day >= from),
          );
          expect(found, `${q} ${topic} ${from}`).toEqual(all.map((row) => row.slug));
        }
      }
    }
  });

  test('the best match has the words in its headline, whatever its age', async () => {
    await addArticle(db, 'new', [iran], { publishedAt: day(1), bodyHtml: '<p>By the way, oceans.</p>' });
    await addArticle(db, 'old', [iran], {
      publishedAt: day(900),
      headline: 'The oceans',
      dek: 'All about oceans',
    });
    expect(await slugs({ q: 'oceans' })).toEqual(['new', 'old']);
    expect(await slugs({ q: 'oceans', order: 'best' })).toEqual(['old', 'new']);
  });

  test('T24 what cannot be searched for is said beside its field, and nothing fails', async () => {
    const errors = async (query: Partial<SearchQuery>) =>
      Object.keys(((await ask(query)) as { errors: object }).errors);
    expect(await errors({ q: '' })).toEqual(['q']);
    expect(await ask({ q: 'the of and' })).toEqual({ errors: { q: expect.stringContaining('Add a word') } });
    expect(await errors({ q: 'the -iran' })).toEqual(['q']);
    expect(await errors({ q: 'a\0b' })).toEqual(['q']);
    expect(await errors({ q: 'word '.repeat(10_000) })).toEqual(['q']);
    expect(await errors({ q: 'iran', topic: 'nothing', author: 'nobody' })).toEqual(['topic', 'author']);
    expect(await errors({ q: 'iran', from: '2021-02-30', to: 'tomorrow' })).toEqual(['from', 'to']);
    expect(await errors({ q: 'iran', from: '2021-02-02', to: '2021-02-01' })).toEqual(['to']);
    for (const q of [
      "'; drop table articles; --",
      '\\',
      ':*',
      '&|!<->()',
      "it's",
      '🌍 iran',
      'x'.repeat(200),
    ])
      await expect(ask({ q })).resolves.toBeDefined();
  });

  test('a topic is found by the beginning of a name, by a part of one, and where it is misspelt', async () => {
    await addTopic(db, 'pompeo', { name: 'Mike Pompeo' });
    await addTopic(db, 'quebec', { name: 'Québec' });
    await addTopic(db, 'qatar', { name: 'Qatar' });
    await addTopic(db, 'gone', { name: 'Iranian past', retiredAt: day(1) });
    const meant = async (q: string) => (await getMeantTopics(db, q, 5, true)).map((topic) => topic.slug);
    expect(await meant('ira')).toEqual(['iran']);
    expect(await meant('persia')).toEqual(['iran']);
    expect(await meant('QUEBEC')).toEqual(['quebec']);
    for (const [misspelt, slug] of Object.entries({
      'Mike Pompao': 'pompeo',
      pompao: 'pompeo',
      quatar: 'qatar',
      irann: 'iran',
    }))
      expect(await meant(misspelt), misspelt).toContain(slug);
    expect(await getMeantTopics(db, 'pompao', 5, true)).toEqual([
      { slug: 'pompeo', name: 'Mike Pompeo', isAuthor: false, isSpelt: false },
    ]);
    expect(await meant('volleyball')).toEqual([]);
    // Among very many that share words with it, and with what was typed.
    await db.execute(sql`insert into topics (slug, name, kind)
      select 'town-' || n, 'University of the town ' || n, 'organization' from generate_series(1001, 3000) n`);
    expect((await meant('University of teh town 2950'))[0]).toBe('town-2950');
    expect(await meant('%_')).toEqual([]);
    expect((await searchTopics(db, 'compeo', 5)).map((topic) => topic.groupSlug)).toEqual(['pompeo']);
  });
});
