import { beforeEach, describe, expect, test } from 'vitest';
import { addArticle, addUser } from '@/db/fixtures.ts';
import { refreshFigures } from '@/db/queries/figures.ts';
import { rebuildTopics } from '@/db/queries/publishing.ts';
import { follows, reads } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { openNewsroom } from './testing.ts';
import { INSIGHT_SORTS, type InsightsQuery, insightsQueryDto } from './topic-insights.dto.ts';
import { exportInsights, getInsights } from './topic-insights.service.ts';

const SECRET = 'a secret of these tests, 0123456789';
const DAY_MS = 24 * 60 * 60_000;

describeOnEachDatabase('demand against coverage', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let readers: string[];

  beforeEach(async () => {
    room = await openNewsroom(use());
    readers = [];
    for (let n = 0; n < 31; n++) readers.push(await addUser(use(), `reader${n}`));
  });

  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const insights = (query: Partial<InsightsQuery> = {}, userId = room.editor) =>
    getInsights({ db: use(), secret: SECRET }, userId, insightsQueryDto.parse(query));
  /** The first `count` readers follow, since `days` ago. */
  const follow = (topicId: number, count: number, days: number, from = 0) =>
    use()
      .insert(follows)
      .values(
        readers.slice(from, from + count).map((userId) => ({ userId, topicId, createdAt: daysAgo(days) })),
      );
  const read = (articleId: number, count: number, days: number) =>
    use()
      .insert(reads)
      .values(readers.slice(0, count).map((userId) => ({ userId, articleId, readAt: daysAgo(days) })));
  const publish = async (slug: string, topicId: number, days: number, isVisible = true) => {
    const id = await addArticle(use(), slug, [topicId], { publishedAt: daysAgo(days), isVisible });
    await rebuildTopics(use(), [id]);
    return id;
  };
  const recount = () => refreshFigures(use(), 'topic_insights');
  const row = async (slug: string, days: InsightsQuery['days'] = '28') => {
    const found = (await insights({ q: slug, days })).topics.find((topic) => topic.slug === slug);
    if (!found) throw new Error(`No row of ${slug}.`);
    const { followerCount, newFollowerCount, readerCount, articleCount } = found;
    return [followerCount, newFollowerCount, readerCount, articleCount];
  };

  test('figures are of their span; a reader counts once for a topic and what is above it', async () => {
    const world = await room.topic('world', null, { kind: 'section' });
    const iran = await room.topic('iran', world, { kind: 'place' });
    await follow(iran, 10, 3);
    await follow(iran, 10, 20, 10);
    await follow(iran, 11, 80, 20);
    const first = await publish('first', iran, 2);
    const second = await publish('second', iran, 40);
    await read(first, 12, 1);
    await read(second, 12, 30);
    await recount();
    expect(await row('iran', '7')).toEqual([30, 10, 10, 1]);
    expect(await row('iran')).toEqual([30, 20, 10, 1]);
    expect(await row('iran', '90')).toEqual([30, 30, 10, 2]);
    expect(await row('world', '90')).toEqual([null, null, 10, 2]);
    expect((await insights()).days).toBe(28);
  });

  test('T20 what is not visible counts nowhere', async () => {
    const iran = await room.topic('iran');
    const hidden = await publish('hidden', iran, 1, false);
    await read(hidden, 12, 1);
    await recount();
    expect(await row('iran')).toEqual([null, null, null, 0]);
  });

  test('the two lists hold what their definitions say; retired, merged and authors’ topics stay out', async () => {
    const chess = await room.topic('chess');
    const iran = await room.topic('iran');
    const mars = await room.topic('mars');
    const opera = await room.topic('opera');
    const gone = await room.topic('gone', null, { retiredAt: daysAgo(1) });
    const merged = await room.topic('merged', null, { mergedIntoId: iran });
    const nora = await room.topic('nora', null, { kind: 'author' });
    for (const topicId of [chess, iran, gone, merged, nora]) await follow(topicId, 12, 3);
    await follow(mars, 25, 3);
    await follow(opera, 9, 3);
    await publish('on-iran', iran, 2);
    await publish('on-mars', mars, 40);
    for (const slug of ['one', 'two']) await publish(slug, opera, 2);
    await publish('on-gone', gone, 2);
    await recount();
    const slugs = (topics: { slug: string }[]) => topics.map((topic) => topic.slug);
    const month = await insights();
    expect(slugs(month.notCovered)).toEqual(['mars', 'chess']);
    expect(slugs(month.notFollowed)).toEqual(['opera']);
    expect(slugs(month.topics)).toEqual(['chess', 'iran', 'mars', 'opera']);
    expect(slugs(month.plotted).sort()).toEqual(['chess', 'iran', 'mars', 'opera']);
    const quarter = await insights({ days: '90' });
    expect(slugs(quarter.notCovered)).toEqual(['chess']);
  });

  describe('no figure about fewer than ten readers', () => {
    /** All there is of a topic with so many followers and readers, by every way. */
    async function everything() {
      const answers: unknown[] = [];
      for (const days of ['7', '28', '90'] as const) {
        for (const sort of INSIGHT_SORTS) {
          const { countedAt: _at, ...answer } = await insights({ days, sort });
          answers.push(answer);
        }
        for await (const batch of await exportInsights(use(), room.editor, { q: '', kind: '', days }))
          answers.push(batch);
      }
      return JSON.stringify(answers);
    }
    const world = async (followers: number, fresh: number, readerCount: number) => {
      await use().delete(follows);
      await use().delete(reads);
      if (followers > fresh) await follow(iran, followers - fresh, 60);
      if (fresh > 0) await follow(iran, fresh, 2, followers - fresh);
      if (readerCount > 0) await read(article, readerCount, 2);
      await recount();
      return everything();
    };
    let iran: number;
    let article: number;
    beforeEach(async () => {
      // Two others around it by name and by id, so that an order could tell.
      await room.topic('atlas');
      iran = await room.topic('iran');
      await room.topic('zebra');
      article = await publish('on-iran', iran, 1);
    });

    test('nine and none are told apart by no figure, order, list, span, drawing or file', async () => {
      const none = await world(0, 0, 0);
      const nine = await world(9, 9, 9);
      expect(none).toBe(nine);
      expect(await world(1, 1, 1)).toBe(nine);
    });

    test('from ten on a figure tells the tens alone, so that one reader more or less is not seen', async () => {
      const ten = await world(10, 0, 10);
      expect(ten).toContain('"followerCount":10');
      expect(await world(19, 9, 19)).toBe(ten);
      expect(await world(15, 1, 12)).toBe(ten);
      expect(await world(20, 9, 12)).not.toBe(ten);
    });

    test('what two spans differ by is not a figure under ten', async () => {
      // 24 in 90 days, 23 of them in 28: the one in between is nobody’s to know.
      await follow(iran, 23, 20);
      await follow(iran, 1, 60, 23);
      await recount();
      expect(await row('iran', '28')).toEqual(await row('iran', '90'));
    });

    test('the view itself holds nothing finer', async () => {
      await world(29, 13, 17);
      const { rows } = (await use().execute('select * from topic_insights')) as unknown as {
        rows: Record<string, unknown>[];
      };
      const readerFigures = rows.flatMap((each) =>
        Object.entries(each).filter(([name]) => /^(followers|new_followers|readers)/.test(name)),
      );
      expect(readerFigures).toHaveLength(3 * 7);
      expect(readerFigures.every(([, value]) => value === null || Number(value) % 10 === 0)).toBe(true);
      expect(readerFigures.filter(([, value]) => value !== null).length).toBeGreaterThan(3);
    });
  });

  test('figures stay for an hour, whoever looks', async () => {
    const iran = await room.topic('iran');
    await recount();
    await follow(iran, 12, 1);
    const { countedAt } = await insights();
    expect((await insights()).countedAt).toBe(countedAt);
    expect(await row('iran')).toEqual([null, null, null, 0]);
  });

  test('a new site has no readers to tell of', async () => {
    const iran = await room.topic('iran');
    await follow(iran, 9, 1);
    await recount();
    expect(await insights()).toMatchObject({ hasReaders: false, notCovered: [] });
    await follow(iran, 1, 1, 9);
    await recount();
    expect(await insights()).toMatchObject({ hasReaders: true });
  });

  test('T25 paging by any sort, and the file, meet every topic exactly once', async () => {
    const all: string[] = [];
    for (let n = 0; n < 117; n++) {
      all.push(`t${n}`);
      const id = await room.topic(`t${n}`, null, { name: n % 3 === 0 ? `É${n}` : `e${n}` });
      if (n % 10 === 0) await follow(id, n % 20 === 0 ? 11 : 24, 1);
    }
    await recount();
    for (const sort of INSIGHT_SORTS) {
      const seen: string[] = [];
      let cursor = '';
      for (let pages = 0; pages < 9; pages++) {
        const page = await insights({ sort, cursor });
        seen.push(...page.topics.map((topic) => topic.slug));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(seen.length, sort).toBe(all.length);
      expect(seen.toSorted(), sort).toEqual(all.toSorted());
    }
    const filed: string[] = [];
    const batches = await exportInsights(use(), room.editor, { q: '', kind: '', days: '' }, 39);
    for await (const batch of batches) filed.push(...batch.map((topic) => topic.slug));
    expect(filed.length).toBe(all.length);
    expect(filed.toSorted()).toEqual(all.toSorted());
  });

  test('T18 a forged or foreign cursor is refused', async () => {
    for (let n = 0; n < 51; n++) await room.topic(`t${n}`);
    const cursor = (await insights()).nextCursor ?? '';
    expect((await insights({ cursor })).topics).toHaveLength(1);
    for (const each of ['x', `${cursor}x`, cursor.replace(/^./, 'X')])
      await expect(insights({ cursor: each })).rejects.toMatchObject({ code: 'bad_request' });
    for (const other of [{ sort: '-name' as const }, { q: 't' }, { days: '7' as const }])
      await expect(insights({ cursor, ...other })).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('T13 readers are refused, the file included', async () => {
    const [reader = ''] = readers;
    await expect(insights({}, reader)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportInsights(use(), reader, { q: '', kind: '', days: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
