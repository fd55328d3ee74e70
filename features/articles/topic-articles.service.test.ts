import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { directTopicsOf, NOW, openNewsroom } from '@/features/topics/testing.ts';
import { topicArticlesChangeDto } from './article-topics.dto.ts';
import { expectConsistent } from './content/testing-database.ts';
import { changeTopicArticles, findArticles, getTopicArticleList } from './topic-articles.service.ts';

const SECRET = 'a secret for tests that is long enough 123';

describeOnEachDatabase('articles of a topic', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let world: number;
  let place: number;
  let iran: number;
  beforeEach(async () => {
    room = await openNewsroom(use());
    world = await room.topic('world', null, { kind: 'section', name: 'World' });
    place = await room.topic('place', world, { kind: 'place', name: 'Place' });
    iran = await room.topic('iran', place, { kind: 'place', name: 'Iran' });
  });
  const list = (slug: string, q = '', cursor = '', userId = room.editor) =>
    getTopicArticleList({ db: use(), secret: SECRET }, userId, slug, { q, cursor });
  const slugs = async (slug: string, q = '') => (await list(slug, q)).articles.map((article) => article.slug);
  const write = (slug: string, topics: [number, ...number[]], headline = slug, more = {}) =>
    room.article(slug, [...topics, world], { sectionId: world, headline, ...more });

  describe('listing', () => {
    test('shows the newest first, hidden ones too, and through which child each is there', async () => {
      await write('old', [place]);
      await write('withdrawn', [place], 'Gone', { isVisible: false, withdrawnAt: NOW });
      await write('later', [iran], 'Later', { isVisible: false, firstVisibleAt: null });
      expect((await list('place')).articles).toMatchObject([
        { slug: 'later', state: 'scheduled', isDirect: false, through: [{ slug: 'iran', name: 'Iran' }] },
        { slug: 'withdrawn', headline: 'Gone', state: 'withdrawn', isDirect: true, through: [] },
        { slug: 'old', state: 'visible', isDirect: true, isSection: false },
      ]);
      expect((await list('world')).articles.map((row) => row.isSection)).toEqual([true, true, true]);
    });

    test('pages neither skip nor repeat, articles of one moment included', async () => {
      const publishedAt = new Date('2026-01-01T00:00:00Z');
      for (let i = 0; i < 120; i++)
        await write(`a-${i}`, [iran], i % 2 ? 'Talks go on' : 'Other', { publishedAt, isVisible: i % 3 > 0 });
      const walk = async (q: string) => {
        const seen: string[] = [];
        for (let cursor: string | null = ''; cursor !== null; ) {
          const page: Awaited<ReturnType<typeof list>> = await list('place', q, cursor);
          seen.push(...page.articles.map((article) => article.slug));
          cursor = page.nextCursor;
        }
        return seen;
      };
      expect(await walk('')).toEqual(Array.from({ length: 120 }, (_, i) => `a-${119 - i}`));
      expect(await walk('TALKS')).toHaveLength(60);
    });

    test('T18 a forged cursor, or one of another topic or search, is refused', async () => {
      for (let i = 0; i < 51; i++) await write(`a-${i}`, [iran]);
      const { nextCursor } = await list('iran');
      expect(nextCursor).not.toBeNull();
      for (const [slug, q, cursor] of [
        ['place', '', nextCursor],
        ['iran', 'a', nextCursor],
        ['iran', '', `${nextCursor}x`],
      ] as const)
        await expect(list(slug, q, cursor ?? '')).rejects.toMatchObject({ code: 'bad_request' });
    });

    test('T13 T19 is for the newsroom', async () => {
      const ann = await room.reader('Ann', []);
      await expect(list('iran', '', '', ann)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(findArticles(use(), ann, 'x')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        changeTopicArticles(use(), ann, 'iran', { add: [], remove: [] }, NOW),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('searching headlines', () => {
    beforeEach(async () => {
      await write('one', [iran], 'Élysée sees Iran’s COVID-19 figures');
      await write('two', [place], 'Iranian “talks” resume at G20');
      await write('three', [place], 'Nothing to see');
      await write('gone', [place], 'Iran withdrawn', { isVisible: false, withdrawnAt: NOW });
      await write('later', [place], 'Iran, later', { isVisible: false, firstVisibleAt: null });
    });
    const found = async (q: string) =>
      (await findArticles(use(), room.editor, q)).articles.map((row) => row.slug);

    test.each([
      ['elysee', ['one']],
      ['ELYSÉE covid', ['one']],
      ['covid-19', ['one']],
      ['iran’s', ['one']],
      ['IRAN', ['later', 'two', 'one']],
      ['iranian g20', ['two']],
      ['"talks"', ['two']],
      ['lysee', []],
      ['iran nothing', []],
      ['', []],
      ['&|!:*()', []],
      ["' or 1=1 --", []],
      ['\\', []],
    ])('%j finds %j', async (q, expected) => {
      expect(await found(q)).toEqual(expected);
    });

    test('within a topic finds withdrawn ones too, and nothing outside it', async () => {
      expect(await slugs('place', 'iran')).toEqual(['later', 'gone', 'two', 'one']);
      expect(await slugs('iran', 'iran')).toEqual(['one']);
      expect(await slugs('place', '...')).toEqual([]);
    });
  });

  describe('changing', () => {
    const change = (slug: string, given: object) =>
      changeTopicArticles(use(), room.editor, slug, topicArticlesChangeDto.parse(given), NOW);
    const refused = (field: string, words: RegExp) => ({
      code: 'bad_request',
      details: { fields: { [field]: expect.stringMatching(words) } },
    });

    test('adds, removes and moves several at once, each to its place, and writes each down', async () => {
      const talks = await room.topic('talks', null, { name: 'Talks' });
      const one = await write('one', [iran, talks]);
      const two = await write('two', [talks]);
      expect(await change('iran', { add: ['one', 'two'] })).toMatchObject({ changed: ['two'] });
      expect(await directTopicsOf(use(), two)).toEqual(['talks', 'iran', 'world']);
      const moved = await change('iran', { articles: ['one', 'two'], to: 'place' });
      expect(moved.changed.sort()).toEqual(['one', 'two']);
      expect(moved.tags).toEqual(
        expect.arrayContaining(['article:one', 'topic:iran', 'topic:place', 'topics']),
      );
      expect(await directTopicsOf(use(), one)).toEqual(['place', 'talks', 'world']);
      await change('place', { remove: ['one', 'two'] });
      expect(await directTopicsOf(use(), two)).toEqual(['talks', 'world']);
      await expectConsistent(use());
      expect((await use().select().from(auditLog)).filter((row) => row.actorId === room.editor)).toHaveLength(
        5,
      );
    });

    test('a move to a topic that an article names already leaves it there once', async () => {
      const one = await write('one', [place, iran]);
      await change('iran', { articles: ['one'], to: 'place' });
      expect(await directTopicsOf(use(), one)).toEqual(['place', 'world']);
    });

    test('what has left the topic meanwhile is passed over', async () => {
      const talks = await room.topic('talks', null);
      await write('one', [talks]);
      expect(await change('iran', { remove: ['one'] })).toEqual({ changed: [], tags: [] });
      expect(await change('iran', { articles: ['one'], to: 'place' })).toEqual({ changed: [], tags: [] });
    });

    test('all of it or nothing: whatever stands in the way is named', async () => {
      const one = await write('one', [iran], 'Only Iran');
      const two = await write('two', [iran, place], 'Two topics');
      await expect(change('iran', { remove: ['two', 'one'] })).rejects.toMatchObject(
        refused('remove', /^“Only Iran” would name no topic besides the section$/),
      );
      await expect(change('place', { remove: ['two', 'one'] })).rejects.toMatchObject(
        refused('remove', /^“Only Iran” would stay in Place through topics beneath it/),
      );
      await expect(change('world', { articles: ['one'], to: 'iran' })).rejects.toMatchObject(
        refused('articles', /“Only Iran” would leave the section World/),
      );
      expect(await directTopicsOf(use(), one)).toEqual(['iran', 'world']);
      expect(await directTopicsOf(use(), two)).toEqual(['iran', 'place', 'world']);
    });

    test('of many that stand in the way five are named', async () => {
      for (let i = 1; i <= 7; i++) await write(`a-${i}`, [iran], `Number ${i}`);
      const all = Array.from({ length: 7 }, (_, i) => `a-${i + 1}`);
      await expect(change('iran', { remove: all })).rejects.toMatchObject(
        refused('remove', /^“Number 1”, .*“Number 5” and 2 more would name no topic/),
      );
    });

    test('more than 20 topics are refused', async () => {
      const many: number[] = [];
      for (let i = 0; i < 20; i++) many.push(await room.topic(`t-${i}`));
      await write('one', many as [number, ...number[]], 'Full');
      await expect(change('iran', { add: ['one'] })).rejects.toMatchObject(
        refused('add', /“Full” would name more/),
      );
    });

    test.each([
      ['an article there is not', { add: ['nothing'] }, 'add', /“nothing” is not an article/],
      ['one both ways', { add: ['one'], remove: ['one'] }, 'add', /to be removed too/],
      ['no topic', { articles: ['one'], to: 'nowhere' }, 'to', /is not a topic/],
      ['the topic itself', { articles: ['one'], to: 'iran' }, 'to', /is the topic they are in/],
      ['a retired topic', { articles: ['one'], to: 'old' }, 'to', /Old is retired/],
    ])('%s is refused beside its field', async (_what, given, field, words) => {
      await room.topic('old', null, { name: 'Old', retiredAt: NOW });
      await write('one', [iran]);
      await expect(change('iran', given)).rejects.toMatchObject(refused(field, words));
    });

    test('nothing is added to a retired topic, and authors have no such list', async () => {
      await room.topic('old', null, { name: 'Old', retiredAt: NOW });
      await room.topic('nora', null, { kind: 'author' });
      await write('one', [iran]);
      await expect(change('old', { add: ['one'] })).rejects.toMatchObject(refused('add', /Old is retired/));
      await expect(change('nora', { add: ['one'] })).rejects.toMatchObject({ code: 'not_found' });
      await expect(list('nora')).rejects.toMatchObject({ code: 'not_found' });
    });

    test('T15 T24 bodies are bounded and hold nothing else', () => {
      const many = Array.from({ length: 201 }, (_, i) => `a-${i}`);
      for (const wrong of [
        { add: many },
        { articles: many, to: 'x' },
        { to: 'x' },
        { articles: ['a'] },
        { add: ['b'], articles: ['a'], to: 'x' },
        { add: [7] },
      ])
        expect(topicArticlesChangeDto.safeParse(wrong).success).toBe(false);
      expect(topicArticlesChangeDto.safeParse({ add: many.slice(1) }).success).toBe(true);
    });
  });
});
