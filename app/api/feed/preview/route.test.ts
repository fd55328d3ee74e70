import { beforeEach, expect, test } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic } from '@/db/fixtures.ts';
import { articles, articleTopics, topicRedirects, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { TEST_SETTINGS } from '@/features/accounts/testing.ts';
import type { FeedPreviewPageDto } from '@/features/feed/feed-preview.dto.ts';
import { GET } from './route.ts';

const at = (minute: number) => new Date(Date.parse('2021-01-12T12:00:00Z') + minute * 60_000);

describeOnEachDatabase('GET /api/feed/preview', (use) => {
  let db: Db;
  let iran: number;
  let space: number;

  beforeEach(async () => {
    db = use();
    for (const table of [articleTopics, articles, topicRedirects, topics]) await db.delete(table);
    setContext({ db, settings: { ...TEST_SETTINGS } as never, mailer: { send: async () => undefined } });
    iran = await addTopic(db, 'iran', { name: 'Iran' });
    space = await addTopic(db, 'space', { name: 'Space' });
    for (let i = 1; i <= 4; i++) await addArticle(db, `iran-${i}`, [iran], { publishedAt: at(i) });
    await addArticle(db, 'both', [space, iran], { publishedAt: at(5), firstVisibleAt: at(9) });
  });

  const get = (query: string, headers: Record<string, string> = {}) =>
    GET(new Request(`${TEST_SETTINGS.appUrl}/api/feed/preview?${query}`, { headers }));
  const page = async (query: string) => (await (await get(query)).json()) as FeedPreviewPageDto;
  const slugs = ({ items }: FeedPreviewPageDto) => items.map(({ slug }) => slug);

  test('has the order, the reasons and the marks of Following, and nothing about anyone', async () => {
    const { items, seenUpTo, nextCursor } = await page('topics=iran,space');
    expect(items.map(({ slug, reasons }) => [slug, reasons.map(({ name }) => name)])).toEqual([
      ['both', ['Space', 'Iran']],
      ...[4, 3, 2, 1].map((n) => [`iran-${n}`, ['Iran']]),
    ]);
    expect(items[0]).toMatchObject({ firstVisibleAt: at(9).toISOString(), headline: 'both', photo: null });
    expect(Object.keys(items[0] ?? {})).not.toEqual(expect.arrayContaining(['isRead']));
    expect([seenUpTo, nextCursor]).toEqual([at(9).toISOString(), null]);
  });

  test('T28 is the same for whoever asks, with whatever cookie, and in whatever order', async () => {
    const answers = await Promise.all([
      get('topics=iran,space'),
      get('topics=space,iran,,iran'),
      get('topics=iran%2Cspace', { Cookie: '__Host-session=someone; signed-in=1' }),
    ]);
    for (const answer of answers) {
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=60');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const [first, ...others] = await Promise.all(answers.map((answer) => answer.text()));
    for (const other of others) expect(other).toBe(first);
  });

  test('T18 pages by cursors that belong to its topics', async () => {
    const first = await page('topics=iran&limit=2');
    expect(slugs(first)).toEqual(['both', 'iran-4']);
    const second = await page(`topics=iran&limit=2&cursor=${first.nextCursor}`);
    expect(slugs(second)).toEqual(['iran-3', 'iran-2']);
    expect((await page(`topics=iran&limit=2&cursor=${second.nextCursor}`)).nextCursor).toBeNull();
    for (const query of ['topics=iran,space', 'topics=space', 'topics=iran&topic=iran'])
      expect((await get(`${query}&cursor=${first.nextCursor}`)).status).toBe(400);
    expect((await get(`topics=iran&cursor=${first.nextCursor}x`)).status).toBe(400);
  });

  test('is narrowed to one topic with all its reasons, by an old slug too', async () => {
    await db.insert(topicRedirects).values({ slug: 'cosmos', topicId: space });
    for (const query of ['topics=iran,space&topic=space', 'topics=cosmos,iran&topic=cosmos']) {
      const { items } = await page(query);
      expect(items.map(({ slug, reasons }) => [slug, reasons.length])).toEqual([['both', 2]]);
    }
    expect(slugs(await page('topics=iran&topic=space'))).toEqual([]);
  });

  test('leads renamed, merged and retired topics on, and leaves out what is not there', async () => {
    const persia = await addTopic(db, 'persia', { mergedIntoId: iran });
    await addTopic(db, 'elam', { mergedIntoId: persia });
    await db.insert(topicRedirects).values({ slug: 'cosmos', topicId: space });
    await addTopic(db, 'brexit', { name: 'Brexit', retiredAt: new Date() });
    const { items, topics: led } = await page("topics=elam,iran,cosmos,brexit,atlantis,'--");
    expect(items).toHaveLength(5);
    expect(
      led.map(({ asked, slug, isRetired, latestArticleAt }) => [asked, slug, isRetired, latestArticleAt]),
    ).toEqual([
      ['brexit', 'brexit', true, null],
      ['elam', 'iran', false, at(5).toISOString()],
      ['iran', 'iran', false, at(5).toISOString()],
      ['cosmos', 'space', false, at(5).toISOString()],
    ]);
    expect(await page('topics=atlantis')).toMatchObject({ items: [], topics: [], nextCursor: null });
  });

  test('T20 shows nothing that is held back or withdrawn, in the list or its dates', async () => {
    await addArticle(db, 'later', [iran], { publishedAt: at(60), firstVisibleAt: null, isVisible: false });
    await addArticle(db, 'withdrawn', [iran], { publishedAt: at(7), isVisible: false });
    const { items, topics: led, seenUpTo } = await page('topics=iran');
    expect(items.map(({ slug }) => slug)).toEqual(['both', 'iran-4', 'iran-3', 'iran-2', 'iran-1']);
    expect([led[0]?.latestArticleAt, seenUpTo]).toEqual([at(5).toISOString(), at(9).toISOString()]);
  });

  test('T2 T24 refuses what is malformed, too much or unknown', async () => {
    const many = Array.from({ length: 51 }, (_, i) => `t${i}`).join(',');
    for (const query of [
      '',
      'topics=',
      'topics=,,',
      `topics=${many}`,
      `topics=${'x'.repeat(101)}`,
      'topics=a%00b',
      'topics=iran&limit=51',
      'topics=iran&userId=1',
    ])
      expect((await get(query)).status, query).toBe(400);
    expect((await get(`topics=${many.replace(',t50', '')}`)).status).toBe(200);
  });
});
